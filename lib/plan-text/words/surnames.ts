/** Family names with which a Chinese person's name begins, the frequent ones; only a hint where nothing else tells role from person. */
export const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文温季阮伍蓝童严费尤卓柯苗方屈邬颜";

/** Forms of address between colleagues: "阿真", "老丁", "小潘". */
export const NAME_PREFIXES = "阿老小";
