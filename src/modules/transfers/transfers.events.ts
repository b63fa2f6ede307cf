/** Somebody took data of people out: all of them as a table, or an archive of the company. */
export class PeopleExported {
  constructor(
    readonly companyId: string,
    readonly form: 'table' | 'archive',
    /** Of the archive; null for a table. */
    readonly exportId: string | null,
  ) {}
}
