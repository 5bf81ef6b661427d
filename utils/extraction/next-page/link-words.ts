import { words } from '../dom';

/** What the words of a link say of where it leads: to the next page, on, to a page with that number, elsewhere, or nothing. */
export type LinkWords = 'next-page' | 'next' | 'elsewhere' | number | null;

/** Longest words that are looked at: `Next page:` may be followed by that page's heading. */
const LONGEST = 120;

/** `Next page` in the languages of the news. */
const NEXT_PAGE = new Set(
  `next page|go to next page|continue to next page|page suivante|lire la suite page suivante|nächste seite|zur nächsten seite|página siguiente|
siguiente página|próxima página|página seguinte|pagina successiva|prossima pagina|volgende pagina|nästa sida|neste side|næste side|seuraava sivu|
następna strona|další strana|ďalšia strana|következő oldal|pagina următoare|επόμενη σελίδα|следующая страница|наступна сторінка|следваща страница|
sonraki sayfa|halaman berikutnya|halaman selanjutnya|trang sau|trang tiếp|trang tiếp theo|หน้าถัดไป|अगला पृष्ठ|الصفحة التالية|صفحه بعد|העמוד הבא|הדף הבא|
下一页|下一頁|下页|下頁|后一页|後一頁|次のページ|次のページへ|次ページ|次ページへ|다음 페이지|다음페이지|余下全文|阅读余下全文`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** Words that lead on without saying where to: what they lead to must be told by its address. */
const NEXT = new Set(
  `next|continue|continue reading|read on|suivant|suivante|suite|lire la suite|weiter|weiterlesen|nächste|siguiente|seguir leyendo|continuar|próxima|próximo|
seguinte|continuar lendo|continua|continua a leggere|avanti|successiva|successivo|prossima|volgende|verder|lees verder|nästa|neste|næste|seuraava|następna|dalej|
další|ďalej|következő|tovább|următoarea|επόμενο|επόμενη|далее|дальше|следующая|далі|наступна|напред|sonraki|devamı|berikutnya|selanjutnya|tiếp|tiếp theo|ถัดไป|
अगला|التالي|التالية|بعدی|הבא|继续阅读|繼續閱讀|次へ|次|続きを読む|다음`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** A page by its number: `2`, `Page 2`, `auf Seite 2`, `第2页`. */
const NUMBER =
  /^(?:(?:to|auf|zu|à la|a la)\s)?(?:page|seite|página|pagina|sida|side|sivu|strona|strana|oldal|σελίδα|страница|sayfa|halaman|trang|第|صفحة)?\s?(\d{1,2})\s?(?:页|頁|ページ|ページ目|페이지|쪽)?$/;

/** What is no page of the text: other articles, pictures, comments, the way back. */
const ELSEWHERE =
  /\b(?:article|story|stories|post|posts|entry|video|photo|photos|image|picture|slide|gallery|comments?|replies|prev|previous|back|newer|older|issue|chapter|beitrag|beiträge|artikel|bild|foto|kommentare?|zurück|vorherige|artículo|anterior|artigo|articolo|notícia|noticia|précédente?|indietro|precedente|vorige)\b|[«‹←]|篇|条|條|张|張|图|圖|章|集|上一|前のページ|前へ|評論|评论|记事|記事|コメント|写真|기사|댓글|이전|사진|стать|новост|назад|предыдущ|комментар|фото|مقال|تعليق|السابق/u;

/** What the words of a link say. Arrows and brackets around them say nothing; a heading after a colon is passed over. */
export function readLinkWords(text: string): LinkWords {
  if (text.length > LONGEST) return null;
  const said = words(text.toLowerCase().replace(/[»›→⟶▶►▸❯>…·|[\]()（）【】.,]/g, ' '));
  const [head = ''] = said.split(/\s?[:：–—]\s?/, 1);
  if (NEXT_PAGE.has(head)) return 'next-page';
  const number = NUMBER.exec(head)?.[1];
  if (number) return Number(number);
  if (ELSEWHERE.test(said)) return 'elsewhere';
  return NEXT.has(said) ? 'next' : null;
}
