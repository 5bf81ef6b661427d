/**
 * The AMP variant of a page: its own canonical address stays, pictures become `amp-img` and scripts go, as AMP demands.
 * @param {string} page
 * @returns {string}
 */
export function amplify(page) {
  return page
    .replace('<html ', '<html amp ')
    .replace(/<link rel="amphtml"[^>]*>\n?/, '')
    .replace(/<script>[\s\S]*?<\/script>\n?/g, '')
    .replace(/<\/?picture[^>]*>|<source [^>]*>/g, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replace(/<img ([^>]*)>/g, (_, attributes) => {
      const direct = attributes
        .replace(/\s?src="data:[^"]*"/, '')
        .replace('data-srcset=', 'srcset=')
        .replace('data-src=', 'src=');
      return `<amp-img layout="responsive" ${direct}></amp-img>`;
    })
    .replace('</head>', '<script async src="https://cdn.samples.example/amp/v0.js"></script>\n</head>');
}
