/**
 * Parameters that say how a reader came to a page and never which page it is. What is here are facts about the sites and systems that
 * set them, gathered from the systems' own manuals, from mpchadwick/tracking-query-params-registry (`_data/params.csv`), and by
 * comparing what DrKain/tidy-url (MIT), brave/adblock-lists (MPL-2.0), ClearURLs (LGPL-3.0) and AdGuard's TrackParamFilter (GPL-3.0) agree
 * on; none of these lists is part of this one. Names with which any site is known to choose content (`id`, `page`, `ref`, `source`, `from`) are
 * only listed for the sites where they do not.
 */

/** Of ad networks, mail senders and analytics systems: the same on every site. */
const EVERYWHERE = namesOf(
  // Clicks on adverts: Google, Microsoft, Meta, Yandex, X, TikTok, LinkedIn, Pinterest, Reddit, Snapchat, Baidu, 360, Outbrain, Taboola, Marin.
  `gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid fbclid yclid ysclid ymclid yadclid yadordid twclid ttclid
  li_fat_id epik rdt_cid sccid bd_vid qhclickid dicbo tblci oborigurl mkwid pcrid usqp cx_click cx_recsorder cx_recswidget`,
  // Affiliate networks' receipts: Impact, CJ, Awin, ShareASale, Rakuten.
  'irclickid irgwc ir_adid ir_campaignid ir_partnerid cjevent cjdata awc sscid ranmid raneaid ransiteid wickedid',
  // Mail: Mailchimp, Marketo, MailerLite, Vero, Olytics, HubSpot, Klaviyo, Eloqua, Dynamics, Drip, Bronto, Listrak, Dotdigital, Salesforce, SharpSpring.
  `mc_cid mc_eid mkt_tok ml_sub ml_sub_hash ml_subscriber ml_subscriber_hash vero_id vero_conv oly_anon_id oly_enc_id _hsenc _hsmi __hssc
  __hstc __hsfp hsctatracking _ke _kx elq elqaid elqat elqtrack elqtrackid elqcampaignid _cldee __s _bta_tid _bta_c trk_contact trk_msg
  trk_module trk_sid dm_i sfmc_id sfmc_activityid sfmc_sub et_cid et_lid et_rid ss_campaign_id ss_campaign_name ss_campaign_sent_date ss_source`,
  // Analytics: Google, Adobe, IBM, AT Internet, Webtrekk, Webtrends, comScore, Branch, Oath.
  `_ga _gl ga_source ga_medium ga_term ga_content ga_campaign ga_place _openstat s_cid s_kwcid s_campaign ef_id ex_cid cmpid ncid icid xtor cm_cr cm_me
  cm_re cm_sp cm_mmc at_medium at_campaign at_campaign_type at_channel at_creation at_format at_link_id at_link_origin at_link_type
  at_bbc_team at_ptr_name at_custom1 at_custom2 at_custom3 at_custom4 wt_mc wt_zmc wt.mc_id wt.mc_ev wt.nav wt.srch ns_mchannel ns_source
  ns_campaign ns_linkname ns_fee sr_share smid smtyp _branch_match_id _branch_referrer guccounter guce_referrer guce_referrer_sig`,
  // Sharing: Facebook, Instagram, X, WeChat, Weibo, Bilibili, Taobao, Toutiao and other Chinese apps.
  `fb_action_ids fb_action_types fb_source fb_ref fb_comment_id action_object_map action_type_map action_ref_map mibextid igshid igsh
  __twitter_impression spm scm spm_id_from share_source share_medium share_plat share_tag share_session_id share_from_user_hidden vd_source
  isappinstalled nsukey wxshare_count wx_share_count weibo_id sudaref chksm`,
);

const PREFIXES = ['utm_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'hsa_', 'itm_', 'stm_', 'bsft_', 'cm_mmca'];

/** Values of `from` that WeChat adds to what is shared there; any other `from` may choose content. */
const SHARED_FROM = new Set(['timeline', 'singlemessage', 'groupmessage', 'message']);

/** Domain (with its subdomains; `amazon.*`: under every country's) → names that choose nothing there. Each pair is from that site's share and campaign links. */
const BY_SITE = new Map<string, ReadonlySet<string>>();

function on(domains: string, ...names: string[]): void {
  const set = namesOf(...names);
  for (const domain of domains.split(' ')) BY_SITE.set(domain, set);
}

// Shops and their partner programmes.
on(
  'amazon.*',
  'tag linkcode linkid ascsubtag asc_source asc_campaign asc_refurl camp creative creativeasin ref ref_ qid sr crid sprefix dib dib_tag',
  'content-id pd_rd_r pd_rd_w pd_rd_wg pd_rd_i pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t social_share geniuslink smid _encoding',
);
on(
  'ebay.*',
  'mkcid mkrid mkevt campid toolid customid siteid ssspo sssrc ssrc ssuid widget_ver media amdata _trkparms _trksid',
);
on(
  'aliexpress.*',
  'aff_fcid aff_fsk aff_platform aff_trace_key aff_short_key algo_pvid algo_expid algo_exp_id pdp_npi',
);
on('etsy.com', 'ref click_key click_sum organic_search_click frs ga_order ga_search_type ga_view_type');
on('walmart.com', 'wmlspartner veh sourceid affiliates_ad_id campaign_id sharedid');
on('bestbuy.com', 'mpid affgroup ref loc');
on('target.com', 'afid lnk clkid cpng');
on('booking.com', 'aid label sid');
on(
  'taobao.com tmall.com',
  'ali_refid ali_trackid pvid ut_sk suid shareuniqueid un share_crt_v short_name sp_tk unid pid',
);
on('jd.com', 'jd_pop ad_od gx shareid cu pps abt un_area ptag');
on('kickstarter.com backerkit.com hackernoon.com', 'ref');
on('play.google.com', 'pcampaignid referrer');
on('apple.com', 'itscg itsct at ct uo');
on('steampowered.com', 'snr curator_clanid');

// Networks and films.
on(
  'youtube.com youtu.be',
  'si feature pp app ab_channel embeds_euri embeds_origin embeds_referring_euri source_ve_path',
);
on('twitter.com x.com', 'ref_src ref_url cxt s t');
on('facebook.com', '__tn__ __cft__[0] __xts__[0] fref hc_ref hc_location sfnsn rdid share_url paipv');
on('instagram.com', 'ig_rid ig_mid ig_web_copy_link');
on(
  'tiktok.com',
  'is_from_webapp sender_device is_copy_url refer referer_url referer_video_id embed_source _r _t u_code preview_pb',
);
on('linkedin.com', 'trk trackingid trackingcode refid lipi original_referer rcm');
on('reddit.com', 'share_id correlation_id post_fullname ref ref_campaign ref_source rdt');
on('spotify.com', 'si context sp_cid nd');
on('medium.com', 'source');
on('substack.com', 'r s showwelcome');
on('tumblr.com', 'source');
on('quora.com', 'share srid ch oid target_type');
on('imdb.com', 'ref_ pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t pf_rd_i');
on('wikipedia.org', 'wprov');
on('bilibili.com', 'from_source seid unique_k share_times is_story_h5 plat_id timestamp bbid ts buvid mid up_id');
on(
  'douyin.com iesdouyin.com',
  'previous_page u_code did iid with_sec_did titletype share_sign share_version ts from_aid from_ssr',
);
on('xiaohongshu.com', 'app_platform app_version author_share xhsshare appuid apptime shareredid share_id ignoreengage');
on('weibo.com weibo.cn', 'luicode lfid featurecode wm sourcetype refer_flag');
on('zhihu.com', 'share_code hybrid_search_source hybrid_search_extra hidesearchbar');
on('csdn.net', 'ops_request_misc request_id biz_id');
on('juejin.cn', 'searchid');

// The press.
on('bbc.com bbc.co.uk', 'ocid intlink_from_url');
on('msn.com microsoft.com', 'ocid cvid ei');
on('cnn.com', 'iref hpt');
on('theguardian.com', 'cmp intcmp');
on('dailymail.co.uk', 'ito ico');
on('nytimes.com', 'te nl emc campaign_id instance_id segment_id user_id regi_id ugrp partner referringsource');
on('washingtonpost.com', 'itid wpisrc wpmk pml');
on('wsj.com barrons.com marketwatch.com', 'mod reflink');
on('bloomberg.com bloomberglaw.com', 'srnd sref leadsource in_source trk');
on('techcrunch.com hbr.org', 'tpcc');
on('forbes.com', 'sh ss ctpv');
on('economist.com', 'fsrc');
on('ft.com', 'segmentid sharetype');
on('spiegel.de', 'sara_ref sara_ecid');
on('nikkei.com', 'n_cid');
on('sciencedirect.com', 'dgcid via pes');
on('yahoo.com', 'tsrc .tsrc soc_src soc_trk');
on('wired.com newyorker.com vogue.com gq.com vanityfair.com arstechnica.com', 'mbid bxid cndid esrc hasha hashb hashc');
on(
  'mp.weixin.qq.com',
  'scene srcid sharer_sharetime sharer_shareid sharer_shareinfo sharer_shareinfo_first key uin devicetype version ascene pass_ticket',
  'wx_header exportkey nettype clicktime enterid subscene sessionid abtest_cookie fontgear poc_token mpshare click_id search_click_id',
);
on('163.com', 'spss spssid spsnuid spsdevid spsvid spsshare spsts clickfrom isfromothersite');
on('sina.com.cn sina.cn', 'cre mod loc r rfunc tj tr vt wm cref doct');
on('qq.com', 'pgv_ref suid qimei devid appver shareto');
on('baijiahao.baidu.com', 'wfr for searchword isfailflag');
on('sohu.com', '_f _trans_');
on('toutiao.com', 'tt_from share_token upstream_biz use_new_style req_id timestamp app iid');

/** Whether a parameter (its name in any case, as written in the url) only tells how a reader came to a page of `host`. */
export function isTrackingParameter(name: string, value: string, host: string): boolean {
  const folded = name.toLowerCase();
  if (folded === 'from') return SHARED_FROM.has(value);
  if (EVERYWHERE.has(folded) || PREFIXES.some((prefix) => folded.startsWith(prefix))) return true;
  return domainsOf(host).some((domain) => BY_SITE.get(domain)?.has(folded));
}

/** The last host that was asked about: several questions are asked of each link, and most links of a page lead to one host. */
let last: { readonly host: string; readonly domains: readonly string[] } = { host: '', domains: [] };

/** The domains that a host is part of, the host itself first, then those of all countries: `www.a.co.uk`, `a.co.uk`, … `a.*`. */
export function domainsOf(host: string): readonly string[] {
  if (host !== last.host) last = { host, domains: readDomains(host) };
  return last.domains;
}

function readDomains(host: string): string[] {
  const labels = host.split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  const anyCountry = labels.slice(-3, -1).map((label) => `${label}.*`);
  return [...domains, ...anyCountry];
}

function namesOf(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').trim().split(/\s+/));
}
