import type { World } from './world.ts'

/** What the record says of files that left the house, in order: what it was, and whom it concerned, by name. */
export async function exportsNoted({ house }: World): Promise<string[]> {
  const rows = await house.database.query<{ noted: string }>(
    `select concat_ws(': ', a.what, (select string_agg(concat_ws(' ', p.given_names, p.surname), ', ' order by p.given_names)
       from persons p where p.id = any (a.about_person_ids))) as noted
     from audit a where a.act = 'exported' order by a.id`,
    [],
  )
  return rows.map(({ noted }) => noted)
}
