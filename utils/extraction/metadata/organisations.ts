import { comparable } from '../steps/repeated-title';

/** How newspapers, agencies and companies of China end their names. */
const CHINESE =
  /(?:网|網|报|報|社|台|科技|财经|新闻|新聞|频道|在线|网易|新浪|腾讯|搜狐|凤凰|集团|公司|大学|学院|中心|编辑部|日报|晚报|支部|委员会|报道|资讯|快讯)$/u;

/** Words that stand in the names of organisations and seldom in those of people. */
const WORDS =
  /\b(?:team|staff|editors|editorial|newsroom|news|desk|agency|agencies|press|media|magazine|times|daily|journal|gazette|inc|llc|ltd|gmbh|ag|corp|university|institute|committee|foundation|association|group|council|department|ministry|center|centre|redaktion|rédaction|redacción|redazione|redação|reuters|bloomberg|wires?|online)\b|\.(?:com|net|org|de|fr|cn|tv)\b/iu;

const AGENCIES = /^(?:AP|AFP|DPA|APA|SDA|ANSA|EFE|PTI|ANI|IANS|UPI|TASS|BBC|CNN|NPR|PA)$/i;

/** What many sites put after their name, and leave out where they sign. */
const DOMAIN = /\.(?:com|net|org|cn|de|fr|it|es|co\.uk)$/i;

/** Whether a name is no person's but the site's, a publisher's, an agency's or a company's. `siteName`: what the site is called. */
export function isOrganisation(name: string, siteName: string | null): boolean {
  return (
    AGENCIES.test(name) ||
    WORDS.test(name) ||
    CHINESE.test(name) ||
    (siteName !== null && comparable(name) === comparable(siteName.replace(DOMAIN, '')))
  );
}
