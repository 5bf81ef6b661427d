import type { NegativeKind } from './negatives';

/** Scripts whose pages get words of their own, the more particular first; everything else is Latin. */
export const SCRIPTS = [
  { name: 'kana', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { name: 'han', letters: /\p{Script=Han}/gu },
] as const;

/** One of them, or the rest of the world's. */
export type ScriptName = (typeof SCRIPTS)[number]['name'] | 'latin';

/** What pages that are no articles say. */
export type Labels = Readonly<
  Record<
    | NegativeKind
    | 'results'
    | 'cart'
    | 'price'
    | 'email'
    | 'password'
    | 'remember'
    | 'forgot'
    | 'loginWhy'
    | 'terms'
    | 'errorWhy'
    | 'popular',
    string
  >
>;

/** What a shop sells: makers and things to combine, and sentences about them. */
export interface Goods {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly about: readonly string[];
}

const LABELS: Readonly<Record<ScriptName, Labels>> = {
  latin: {
    chrome: 'News',
    front: 'The Harbour Post',
    section: 'News',
    search: 'Results for',
    shop: 'Shoes',
    login: 'Sign in',
    error: 'Page not found',
    results: 'results, sorted by relevance',
    cart: 'Add to cart',
    price: '€',
    email: 'Email address',
    password: 'Password',
    remember: 'Keep me signed in on this device',
    forgot: 'Forgot your password?',
    loginWhy:
      'Sign in to read the articles you have saved, to comment and to choose which newsletters you receive. If you have no account yet, it takes a minute to make one.',
    terms:
      'By continuing you agree to our terms of use and confirm that you have read our privacy policy. We send you an email when somebody signs in to your account from a device that we have not seen before.',
    errorWhy:
      'The page you are looking for may have been moved, renamed or taken down. Check the address for mistakes, use the search below, or go back to the front page and try again from there.',
    popular: 'Most read today',
  },
  han: {
    chrome: '新闻',
    front: '海港日报',
    section: '新闻',
    search: '搜索结果',
    shop: '鞋类',
    login: '登录',
    error: '页面不存在',
    results: '条结果，按相关度排序',
    cart: '加入购物车',
    price: '¥',
    email: '邮箱',
    password: '密码',
    remember: '在这台设备上保持登录',
    forgot: '忘记密码？',
    loginWhy: '登录后可以查看收藏的文章、发表评论，并选择想要接收的邮件。如果还没有账号，只需一分钟即可注册。',
    terms:
      '继续操作即表示你同意我们的使用条款，并确认已阅读隐私政策。如果有人从陌生设备登录你的账号，我们会发送邮件提醒。',
    errorWhy: '你要找的页面可能已被移动、改名或删除。请检查网址是否有误，使用下面的搜索框，或者回到首页重新查找。',
    popular: '今日热门',
  },
  kana: {
    chrome: 'ニュース',
    front: '港日報',
    section: 'ニュース',
    search: '検索結果',
    shop: '靴',
    login: 'ログイン',
    error: 'ページが見つかりません',
    results: '件、関連順',
    cart: 'カートに入れる',
    price: '¥',
    email: 'メールアドレス',
    password: 'パスワード',
    remember: 'ログインしたままにする',
    forgot: 'パスワードをお忘れですか？',
    loginWhy:
      'ログインすると、保存した記事を読んだり、コメントを書いたり、受け取るメールを選んだりできます。アカウントをお持ちでない方は、一分ほどで作れます。',
    terms:
      '続けると、利用規約に同意し、個人情報の扱いを読んだものとみなされます。見慣れない端末からログインがあったときは、メールでお知らせします。',
    errorWhy:
      'お探しのページは、移動、改名、または削除された可能性があります。アドレスをお確かめのうえ、下の検索をお使いになるか、トップページからもう一度お試しください。',
    popular: '今日よく読まれている記事',
  },
};

const GOODS: Readonly<Record<ScriptName, Goods>> = {
  latin: {
    names: ['Harrow', 'Lindqvist', 'Ostermann', 'Pell & Daughters', 'Quayside', 'Norrland', 'Vale'],
    kinds: ['trail runner', 'canvas sneaker', 'winter boot', 'loafer', 'hiking shoe', 'sandal', 'court shoe', 'clog'],
    about: [
      'Waterproof leather with a sewn sole that can be replaced, for wet streets and long days.',
      'Light mesh dries within an hour, and the heel holds on steep ground.',
      'Lined with wool, cut wide in front, and warm down to ten degrees below freezing.',
      'A classic since 1974, made in small numbers from vegetable-tanned hide.',
      'Soft from the first day, with a footbed of cork that takes the shape of your foot.',
      'Recycled canvas and natural rubber; wash them at thirty degrees.',
    ],
  },
  han: {
    names: ['海风', '北岭', '石桥', '云路', '南湾'],
    kinds: ['跑步鞋', '帆布鞋', '雪地靴', '乐福鞋', '登山鞋', '凉鞋', '板鞋'],
    about: [
      '防水真皮鞋面，鞋底可以更换，雨天通勤也不怕。',
      '轻薄网面一小时即可晾干，后跟在陡坡上也很稳。',
      '羊毛内里，前掌宽松，零下十度依然保暖。',
      '一九七四年以来的经典款，小批量手工制作。',
      '软木鞋垫贴合脚形，第一天穿就很舒服。',
    ],
  },
  kana: {
    names: ['海風', '北嶺', '石橋', '雲路', '南湾'],
    kinds: ['ランニングシューズ', 'スニーカー', 'ブーツ', 'ローファー', '登山靴', 'サンダル'],
    about: [
      '防水の革を使い、底を張り替えられるので、雨の日の通勤にも向いています。',
      '軽いメッシュは一時間で乾き、急な坂でもかかとが滑りません。',
      '羊毛の裏地で、氷点下十度まで暖かく過ごせます。',
      'コルクの中敷きが足の形になじみ、初日から履きやすい一足です。',
    ],
  },
};

/** The words of a script's pages. */
export function labelsOf(script: ScriptName): Labels {
  return LABELS[script];
}

/** The goods of a script's shops. */
export function goodsOf(script: ScriptName): Goods {
  return GOODS[script];
}
