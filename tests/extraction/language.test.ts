import { describe, expect, it } from 'vitest';
import { languageOf } from '../../utils/extraction/language';

const GERMAN =
  'Das ist der Text, und er ist nicht mit den anderen auf der Seite, sondern für sich von einer Zeitung. '.repeat(3);
const ENGLISH = 'This is the text of the article that was on the page for all of them and in the paper. '.repeat(3);

describe('the language of a text', () => {
  it.each([
    [GERMAN, ['de-AT'], 'de-AT'],
    [GERMAN, ['en'], 'de'],
    [GERMAN, [], 'de'],
    [GERMAN, ['cs'], 'cs'],
    [ENGLISH, ['en-GB', 'de'], 'en-GB'],
    ['Short words.', ['fr'], 'fr'],
    ['', ['fr'], 'fr'],
  ])('%.20s… declared as %j is %s', (text, declared, language) => {
    expect(languageOf(text, declared)).toBe(language);
  });

  it.each([
    ['Это статья о времени и о людях, которые его измеряют.', 'ru'],
    ['Це стаття про час і про людей, які його вимірюють; її єдина мета – розповідь.', 'uk'],
    ['این مقاله‌ای است درباره‌ی زمان و کسانی که آن را می‌سنجند؛ چگونه و چرا؟ گفتند پنج ساعت.', 'fa'],
    ['یہ وقت کے بارے میں ایک مضمون ہے اور ان لوگوں کے بارے میں جو اسے ناپتے ہیں', 'ur'],
    ['هذا مقال عن الوقت وعن الذين يقيسونه', 'ar'],
    ['Ово је чланак о времену и о људима који га мере; њихова прича.', 'sr'],
  ])('%.20s… is told by its letters: %s', (text, language) => {
    expect(languageOf(text, [])).toBe(language);
  });

  it('is Chinese in the characters of the text, where the page declares the other', () => {
    const traditional = '這個國家的學生們說，他們對這個問題還沒有時間開會。'.repeat(4);

    expect(languageOf(traditional, ['zh-CN'])).toBe('zh-TW');
    expect(languageOf(traditional, ['zh-HK'])).toBe('zh-HK');
    expect(languageOf(traditional, ['zh'])).toBe('zh');
  });
});
