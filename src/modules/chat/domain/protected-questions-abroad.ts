const patterns = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'u'));

/** "Is she", "does he have" in French. */
const EST_IL = String.raw`\best[- ](?:elle|il)`;
const A_T_IL = String.raw`\ba[- ]t[- ](?:elle|il)`;

/** German, French and Spanish questions for what may play no part in hiring; for folded text. */
export const QUESTIONS_ABROAD = {
  age: patterns(
    String.raw`\bwie alt (?:ist|war|sind) (?!d(?:as|ie|er)\b(?! (?:kandidat|bewerber)))|\bwann\b[^.?!]{0,25}\bgeboren\b|\bgeburts(?:datum|tag|jahr)|\b(?:sein|ihr) alter\b`,
    String.raw`\bquel age (?!ont les\b)|\bdate de naissance\b|\bquand\b[^.?!]{0,20}\bnee?\b|\bson age\b`,
    String.raw`\b(?:que|su) edad\b|\bcuantos anos (?:tiene|cumple)\b(?! (?:de|en|con|como|trabajando)\b)|\bfecha de nacimiento\b|\bcuando nacio\b`,
  ),
  gender: patterns(
    String.raw`\bist\b[^.?!]{0,25}\b(?:mann|frau|mannlich|weiblich|schwul|lesbisch|homosexuell)\b|\bgeschlecht\b|\bsexuelle orientierung\b`,
    String.raw`\best[- ](?:ce|elle|il)\b[^.?!]{0,12}\b(?:un homme|une femme|homosexuel(?:le)?|gay|lesbienne)\b|\bson (?:sexe|genre)\b|\borientation sexuelle\b`,
    String.raw`\bes (?:(?:ella|el) )?(?:un |una )?(?:hombre|mujer|gay|lesbiana|homosexual)\b|\bsu (?:genero|sexo)\b|\borientacion sexual\b`,
  ),
  family: patterns(
    String.raw`\bist\b[^.?!]{0,25}\b(?:verheiratet|geschieden|ledig|schwanger|verlobt)\b|\bfamilienstand\b|\bfamilienplanung\b|\bhat (?:er|sie) (?:schon |eigene |kleine )?kinder\b|\bwie viele kinder hat (?:er|sie)\s*\?|\b(?:seine frau|ihr mann|sein mann|ihre frau)\b`,
    String.raw`${EST_IL} (?:mariee?|celibataire|divorcee?|enceinte|fiancee?)\b|${A_T_IL} (?:des |un |combien d')enfants?\b|\bsituation (?:familiale|matrimoniale)\b|\bson (?:mari|epoux|conjoint)\b`,
    String.raw`\b(?:esta|es) (?:(?:ella|el) )?(?:casad[oa]|solter[oa]|divorciad[oa]|embarazada|viud[oa])\b|\btiene (?:(?:ella|el) )?hijos\b|\bestado civil\b|\bsu (?:marido|esposo|esposa)\b`,
  ),
  origin: patterns(
    String.raw`\bnationalitat\b|\bstaats(?:angehorigkeit|burgerschaft)\b|\b(?:seine|ihre) herkunft\b|\bhautfarbe\b|\bmigrationshintergrund\b|\bwoher (?:kommt|stammt)\b|\bist (?:er|sie) (?:ein |eine )?auslander(?:in)?\b`,
    String.raw`\b(?:sa|quelle) nationalite\b|\bd'ou (?:vient|viennent)\b|\b(?:son|ses|quelles sont ses) origines?\b|\b(?:son|quel) pays d'origine\b|${EST_IL} etrang`,
    String.raw`\bsu nacionalidad\b|\bque nacionalidad\b|\bde donde (?:es|viene|procede)\b|\bsu pais de origen\b|\bes extranjer[oa]\b`,
  ),
  health: patterns(
    String.raw`\bist\b[^.?!]{0,25}\b(?:schwer)?(?:behindert|krank)\b|\bhat (?:er|sie) (?:eine |chronische |psychische |korperliche )*(?:behinderung|krankheit(?:en)?|depression(?:en)?)\b|\b(?:seine|ihre) gesundheit\b|\b(?:krankheits|fehl)tage\b`,
    String.raw`${EST_IL} (?:handicapee?|malade|invalide)\b|${A_T_IL} (?:un handicap|des problemes de sante|une maladie)\b|\b(?:sa|son etat de) sante\b`,
    String.raw`\b(?:esta|es) (?:(?:ella|el) )?(?:enferm[oa]|discapacitad[oa])\b|\btiene (?:alguna |una )?(?:discapacidad|enfermedad)\b|\btiene problemas de salud\b|\bsu salud\b`,
  ),
  religion: patterns(
    String.raw`\bist\b[^.?!]{0,25}\b(?:religios|glaubig|muslim(?:in)?|moslem|christ(?:in)?|katholisch|evangelisch|judisch|jude|judin)\b|\b(?:welche|seine|ihre) (?:religion|konfession)\b(?![^?]*unterricht)`,
    String.raw`${EST_IL} (?:musulmane?|chretien(?:ne)?|catholique|juif|juive|protestante?|croyante?|athee)\b|\b(?:sa|quelle) religion\b(?![^?]*enseign)`,
    String.raw`\bsu religion\b|\bque religion (?:tiene|practica)\b|\bes (?:(?:ella|el) )?(?:catolic[oa]|musulman[a]?|cristian[oa]|judi[oa]|protestante|creyente|religios[oa])\b`,
  ),
} as const;
