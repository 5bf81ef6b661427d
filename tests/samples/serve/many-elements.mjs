/**
 * An article among a great many elements, made on the fly because it weighs megabytes.
 * @param {number} count How many elements besides the article.
 * @returns {string} A page.
 */
export function manyElements(count) {
  const words = 'The harbour office counted every rope, and then it counted every knot in every rope. '.repeat(4);
  const paragraphs = Array.from({ length: 8 }, (_, n) => `<p>${n + 1}. ${words}</p>`).join('\n');
  const crowd = '<p><b>rope</b><i>knot</i><img src="/leak?by=many-elements" alt=""></p>\n'.repeat(Math.ceil(count / 4));
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Two hundred thousand knots</title></head>
<body><article><h1>Two hundred thousand knots</h1>
${paragraphs}
${crowd}</article></body>
</html>
`;
}
