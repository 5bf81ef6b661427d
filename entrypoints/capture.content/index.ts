import { defineContentScript } from '#imports';
import { anyShadowOf } from '../../utils/capture/closed-shadow';
import { capturePageInSlices } from '../../utils/extraction/extract';
import { usableRecipes } from '../../utils/extraction/recipes/match';
import type { CaptureAnswer } from '../../utils/model/capture';

/** Run in a tab on demand; what `main` returns is what `scripting.executeScript` answers with. */
export default defineContentScript({
  registration: 'runtime',
  main(): Promise<CaptureAnswer> {
    const asked = globalThis.__offprintCapture;
    globalThis.__offprintCapture = undefined;
    const recipes = usableRecipes(asked?.recipes ?? []);
    const picked = asked?.picked ? globalThis.__offprintPicked : null;
    const { scope = 'article', recipesOnly = false } = asked ?? {};
    const hints = { recipes, recipesOnly, picked, shadowOf: anyShadowOf };
    return capturePageInSlices(document, location.href, { kind: scope, ...hints });
  },
});
