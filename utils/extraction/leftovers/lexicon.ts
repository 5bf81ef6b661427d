/**
 * What lines around an article say, in the languages of the news: each a sign that a block is a leftover, none of them proof.
 * Asked of text in lower case, cut at `LOOKED_AT` characters.
 */
export const SAYS: Readonly<Record<string, RegExp>> = {
  byline:
    /^(?:by|von|par|por|di|da|de|door|av|af|tekst|text|texto|testo|autor[ae]?s?|auteurs?|authors?|written by|reporting by|edited by|redaktion|redacción|rédaction|redakt\p{L}+|journalist|автор|текст|بقلم|كتب|作者|记者|記者|文|撰文|编辑|編輯|责编|责任编辑|責任編輯|取材|기자)(?:\s*[:：/／|]|\s+\p{L})/u,
  credit:
    /(?:^|[\s(（[【|—–-])(?:photos?|foto(?:s|grafía|grafia)?|fotó|photograph(?:y|s|er)?|image|imagen|immagine|bild(?:er|quelle)?|bilde|picture|pic|illustration|video|credit|crédito|quelle|source|fuente|fonte|kuva|фото|صورة|图|图片|图源|圖|写真|사진)\s*(?:[:：|]|by\b|via\b|©|courtesy|credit|von\b|par\b|de\b)|©|\(c\)|getty|reuters|shutterstock|istock|unsplash|pexels|\bafp\b|\bdpa\b|\bap photo|imago|picture[- ]alliance|视觉中国/u,
  readMore:
    /^(?:[>»→▶•*\-–—\s]*)(?:read (?:more|also|next|full|the|on|our)|also read|see (?:also|more)|more (?:on|from|about|in|stories|news)|related|you (?:may|might) (?:also|like)|don['’]?t miss|up next|recommended|most (?:read|popular)|trending|learn more|continue|click|watch|listen|explore|further reading|lesen sie|lest auch|lesetipp|mehr (?:zu|über|dazu|von|aus)|auch interessant|weitere|zum (?:thema|artikel)|siehe auch|hier (?:geht|lesen|finden)|les (?:også|mer|hele)|läs (?:också|mer)|læs (?:også|mere)|lue myös|à lire|lire (?:aussi|la suite|également)|voir aussi|sur le même|en savoir plus|lee (?:también|más)|leer (?:más|también)|te puede interesar|más (?:sobre|información|noticias)|ver más|vea también|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|potrebbe interessarti|approfondisci|vedi anche|lees (?:ook|meer|verder)|bekijk ook|czytaj|zobacz|přečtěte|čtěte|ayrıca|baca juga|читайте|см\.? также|читати|اقرأ|المزيد|شاهد|también|相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|更多|点击|查看|阅读原文|原文链接|相关新闻|热门|関連|あわせて読|続きを読|もっと|관련|더 ?보기)/u,
  newsletter:
    /newsletter|subscri|sign[- ]?up|inbox|mailing list|e-?mail(?:s)? (?:alerts?|updates?)|abonn|anmelden|abonnier|suscr[ií]b|inscr(?:i|ev)|assina|iscriv|follow (?:us|me|@)|folgen sie|folg(?:e|t) uns|síguenos|suivez|seguici|volg ons|whatsapp|telegram|google news|app store|google play|download (?:the|our)|our app|die app|join (?:us|our)|get (?:the|our|your|daily)|stay (?:up to date|informed|connected)|breaking news alerts?|like us|订阅|訂閱|关注|扫码|扫一扫|二维码|公众号|客户端|下载|微信|登録|フォロー|구독/u,
  comments:
    /\b(?:comments?|kommentar\p{L}*|comentarios?|commentaires?|commenti|reacties|komentar\p{L}*)\b|leave a reply|be the first|join the (?:conversation|discussion)|have your say|评论|留言|跟帖|コメント|댓글/u,
  dated:
    /(?:publish|publié|publicad|veröffentlicht|pubblicat|posted|updated?|aktualisiert|stand:|oppdatert|uppdaterad|opdateret|mis à jour|actualizad|atualizad|aggiornat|bijgewerkt|last modified|发布|更新|来源|來源|稿源|公開|配信|입력|수정|опубликован|обновлен|تحديث|نشر)/u,
  time: /\d{1,2}[:.h]\d{2}(?:\s*(?:uhr|h\b|am\b|pm\b|a\.m|p\.m|[ecmp][sd]t|gmt|utc|bst|cet))?|\d{1,4}[./年-]\s?\d{1,2}[./月-]\s?\d{1,4}|\b(?:min(?:ute)?s?|minuten|minuti|minutos) (?:read|lesezeit|de lecture|de lectura|lettura)|lesezeit|reading time|read time|(?:hours?|days?|minutes?|weeks?) ago|ago\b|小时前|分钟前|天前/u,
  rights:
    /all rights reserved|rights reserved|copyright|©|terms (?:of|and)|privacy policy|disclaimer|haftung|alle rechte|tous droits|todos los derechos|tutti i diritti|responsib|not (?:constitute|intended)|financial advice|informational purposes|reproduction|版权|版權|转载|轉載|免责|声明|仅代表|侵权|无断|無断|転載|무단/u,
  about:
    /\b(?:is|was|are) (?:an?|the|our) (?:\p{L}+[ -]){0,5}(?:reporter|writer|editor|journalist|correspondent|columnist|author|producer|contributor|professor|fellow|researcher|analyst|director|founder|photographer|freelance|lecturer)|covers? \p{L}+|contributed (?:to )?(?:this|report)|about the author|reach (?:him|her|them|me) at|contact (?:the|us|him|her|me)|ist (?:redakteur|reporter|journalist|autor|korrespondent)|first (?:published|appeared)|originally (?:published|appeared)|this (?:article|story|post) (?:was|is|has|first|originally|appeared)/u,
  contact:
    /@\w|\bemail\b|e-mail|\btel(?:efon)?\b[.:]|\bphone\b|contact|kontakt|contacto|tips?@|https?:\/\/|www\.|邮箱|电话|热线|爆料|联系/u,
  advert:
    /^(?:advertise?ment|anzeige|werbung|publicidad|publicité|pubblicità|advertentie|annons|annonse|реклама|reklama|sponsored|promoted|partner content|广告|廣告|推广|pr\b|ad\b|스폰서|広告)|affiliate|commission|we may earn|provision/u,
  share:
    /^(?:share|teilen|compart|partag|condivid|delen|del på|tweet|facebook|twitter|x\b|linkedin|pinterest|reddit|print|drucken|imprimir|copy link|save|bookmark|merken|分享|转发|收藏|点赞|打印|シェア)/u,
  tags: /^(?:tags?|topics?|themen?|schlagw|etiquetas|temas|sujets|thèmes|argomenti|filed under|categor|keywords?|标签|關鍵字|关键词|タグ|tagged|in this (?:article|story)|mentioned in)\b/u,
  origin:
    /^[（(【[]?\s*(?:原标题|原題|原题|原文标题|本文来源|文章来源|本文转自|转载自|综合自|来源于)|this article (?:was )?(?:originally )?(?:appeared|published)|originally published/u,
  contents:
    /^(?:table of contents|contents|on this page|in this (?:guide|post)|inhalt|inhaltsverzeichnis|jump to|sommaire|índice|目录|目次|key (?:takeaways|points)|at a glance|summary|tl;?dr)\b/u,
};

/** Characters of a block's text that are asked: long ones say what they are in how they begin. */
export const LOOKED_AT = 200;

/** What the names that sites give to boxes tell of them. Asked of class and id, in lower case. */
export const NAMED: Readonly<Record<string, RegExp>> = {
  caption:
    /caption|credit|copyright|figcap|legend|photo-?(?:by|info|desc)|image-?(?:desc|info|text)|bildunter|wp-caption/,
  byline: /byline|author|writer|reporter|contributor|(?:^|[-_ ])bio(?:$|[-_ ])|redakt|journalist/,
  date: /date|time(?:stamp)?(?:$|[-_ ])|publish|updated|posted/,
  meta: /(?:^|[-_ ])meta|info(?:$|[-_ ])|kicker|eyebrow|overline|dachzeile|rubri|category|section-?(?:name|label)/,
  related:
    /relat|recomm|more-|readmore|read-more|read-?also|teaser|promo|(?:^|[-_ ])card|see-?also|also-?read|inline-?link|article-?link|linkbox|further|similar|trending|popular|latest|crosslink|next-/,
  newsletter:
    /newsletter|subscri|signup|sign-up|abo-?|cta|call-?to|banner|donat|member|paywall|offer|app-?(?:box|promo|download)|follow|registr/,
  advert: /(?:^|[-_ ])ads?(?:$|[-_ ])|advert|sponsor|affiliat|commerc|product|shop|buy|price|deal|coupon|anzeige/,
  comments: /comment|disqus|respond|discussion|forum/,
  share: /shar(?:e|ing)|social|tool|print|bookmark|like/,
  tags: /(?:^|[-_ ])tags?(?:$|[-_ ])|taxonom|topic|keyword|label|badge/,
  box: /(?:^|[-_ ])(?:info|fact|text|side)-?box|aside|sidebar|widget|embed|factbox|callout|highlight|infobox|panel|accordion|faq|plugin/,
  foot: /foot|bottom|disclaim|after-?(?:content|post|article)|end-?(?:note|mark)|notice|note(?:$|[-_ ])|source|correction/,
  head: /header|headline|(?:^|[-_ ])title|subtitle|sub-?head|standfirst|dek(?:$|[-_ ])|lead(?:$|[-_ ])|intro|summary|excerpt|deck|abstract|teaser-?text/,
  contents: /toc|table-of-contents|nav|menu|breadcrumb|jump|anchor|pager|paginat|steps-?list/,
  hidden: /hidden|hide|sr-only|visually|screen-?reader|collapse|invisible|noprint|no-print|print-only/,
  text: /text|paragraph|(?:^|[-_ ])para|body|content|entry|story|prose|rich|copy|article__|post-|read/,
  gallery: /galler|slide|carousel|lightbox|swiper|media|image|video|player|photo|picture|figure|audio/,
};
