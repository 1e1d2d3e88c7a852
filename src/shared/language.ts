export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** `locale`: a BCP 47 tag as Teams sends it (`fr-FR`); a tag of neither language gives undefined. */
export function languageOf(locale: string | undefined): Language | undefined {
  const prefix = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === prefix);
}
