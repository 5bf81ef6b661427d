/** The table of traditional characters as text; the package types only its converters. */
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string;
  export default characters;
}
