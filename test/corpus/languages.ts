/** How people of a language write a date by hand or as their mail program does. Sunday and January come first. */
export interface Language {
  readonly name: string;
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Around the parts: `%w` weekday, `%d` day, `%m` month, `%y` year; the first is the usual one. */
  readonly patterns: readonly [string, ...string[]];
  /** `%H` and `%M`; the last without minutes, for full hours. */
  readonly clocks: readonly [string, ...string[]];
  readonly fullHour: string;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

const german: Language = {
  name: 'German',
  weekdays: words('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
  shortWeekdays: words('So. Mo. Di. Mi. Do. Fr. Sa.'),
  months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  shortMonths: words('Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'),
  patterns: ['%w, %d. %m %y', '%d. %m %y', '%w, den %d. %m %y', '%w %d.%m %y'],
  clocks: [', %H:%M Uhr', ' um %H:%M Uhr', ' ab %H:%M', ', %H.%M Uhr'],
  fullHour: ' um %H Uhr',
};

const french: Language = {
  name: 'French',
  weekdays: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  shortWeekdays: words('dim. lun. mar. mer. jeu. ven. sam.'),
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  shortMonths: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
  patterns: ['%w %d %m %y', 'le %d %m %y', 'le %w %d %m %y', '%d %m %y'],
  clocks: [' à %Hh%M', ', %H:%M', ' à partir de %H h %M', ' à %H:%M'],
  fullHour: ' à %H h',
};

const spanish: Language = {
  name: 'Spanish',
  weekdays: words('domingo lunes martes miércoles jueves viernes sábado'),
  shortWeekdays: words('dom. lun. mar. mié. jue. vie. sáb.'),
  months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  shortMonths: words('ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.'),
  patterns: ['%w, %d de %m de %y', '%d de %m de %y', 'el %d de %m de %y', '%w %d %m %y', '%d de %m del %y'],
  clocks: [' a las %H:%M', ', %H:%M h', ' a las %H:%M horas', ' %H:%M'],
  fullHour: ' a las %H h',
};

const italian: Language = {
  name: 'Italian',
  weekdays: words('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
  shortWeekdays: words('dom lun mar mer gio ven sab'),
  months: words(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ),
  shortMonths: words('gen feb mar apr mag giu lug ago set ott nov dic'),
  patterns: ['%w %d %m %y', '%d %m %y', 'il %d %m %y'],
  clocks: [' alle %H:%M', ', ore %H:%M', ' ore %H.%M'],
  fullHour: ' alle ore %H',
};

const portuguese: Language = {
  name: 'Portuguese',
  weekdays: words('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
  shortWeekdays: words('dom. seg. ter. qua. qui. sex. sáb.'),
  months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  shortMonths: words('jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.'),
  patterns: ['%w, %d de %m de %y', '%d de %m de %y', 'dia %d de %m de %y'],
  clocks: [' às %Hh%M', ', %H:%M', ' às %H:%M'],
  fullHour: ' às %Hh',
};

const dutch: Language = {
  name: 'Dutch',
  weekdays: words('zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'),
  shortWeekdays: words('zo ma di wo do vr za'),
  months: words('januari februari maart april mei juni juli augustus september oktober november december'),
  shortMonths: words('jan feb mrt apr mei jun jul aug sep okt nov dec'),
  patterns: ['%w %d %m %y', '%d %m %y', 'op %d %m %y'],
  clocks: [' om %H:%M uur', ', %H.%M uur', ' %H:%M'],
  fullHour: ' om %H uur',
};

const swedish: Language = {
  name: 'Swedish',
  weekdays: words('söndag måndag tisdag onsdag torsdag fredag lördag'),
  shortWeekdays: words('sön mån tis ons tors fre lör'),
  months: words('januari februari mars april maj juni juli augusti september oktober november december'),
  shortMonths: words('jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.'),
  patterns: ['%w %d %m %y', '%d %m %y', 'den %d %m %y'],
  clocks: [' kl. %H:%M', ' %H:%M', ' kl %H.%M'],
  fullHour: ' kl. %H',
};

export const languages: readonly [Language, ...Language[]] = [
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
];

export const english = {
  weekdays: words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  months: words('January February March April May June July August September October November December'),
};
