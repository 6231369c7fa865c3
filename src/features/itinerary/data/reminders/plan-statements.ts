/** Whose rows are compared with the plan; each its own text, so that few people are found by their applications. */
const scopes = {
  all: 'f.application_id is not null and $5::jsonb is null',
  coordinators: 'f.application_id is null and $5::jsonb is null',
  some: 'f.application_id = any (array(select value::bigint from jsonb_array_elements_text($5::jsonb)))',
}

const open = `f.activity_id = $1 and f.state in ('planned', 'held')`

/** `$2`: members with their group, `$3`: what each group is reminded of, as `planned-fires.ts` writes them. */
const given = `
  member as materialized (
    select p, a, k from jsonb_to_recordset($2::jsonb) as m(p bigint, a bigint, k int)),
  fire as materialized (
    select k, s, t, i, d::timestamptz as d, u::timestamptz as u
    from jsonb_to_recordset($3::jsonb) as f(k int, s text, t text, i bigint, d text, u text))`

/**
 * The slots in which not everything is as planned: what stands there and is not wanted so, and what not all of a group have
 * though its moment (`$4`) is yet to come.
 */
const changed = (scope: string) => `
  with ${given},
  stands as materialized (
    select m.k, f.slot as s, f.kind as t, f.item_id as i, f.due_at as d, f.useless_at as u, count(*) as n
    from reminder_fires f left join member m on m.p = f.person_id and m.a is not distinct from f.application_id
    where ${open} and ${scope} group by m.k, f.slot, f.kind, f.item_id, f.due_at, f.useless_at),
  sizes as materialized (select k, count(*) as n from member group by k)
  select s as slot from fire join sizes using (k) left join stands using (k, s)
    where fire.d > $4::timestamptz and coalesce(stands.n, 0) < sizes.n
  union
  select s from stands where not exists (
    select from fire where fire.k = stands.k and fire.s = stands.s and fire.t = stands.t
      and fire.i is not distinct from stands.i and fire.d = stands.d and fire.u = stands.u)`

/**
 * Compares the planned rows with the plan, in one statement however many people it is for: what has no reason any more
 * goes, what has moved is moved, what is missing comes, unless its moment has passed. What has ended stays as it was.
 * `$6`: only these slots.
 */
const replace = (scope: string) => `
  with ${given},
  wanted as materialized (select p, a, s, t, i, d, u from member join fire using (k)),
  gone as (
    delete from reminder_fires f where ${open} and ${scope} and ${among}
      and not exists (select from wanted w where w.p = f.person_id and w.s = f.slot
        and w.a is not distinct from f.application_id)),
  moved as (
    update reminder_fires f set due_at = w.d, useless_at = w.u, kind = w.t, item_id = w.i from wanted w
    where ${open} and ${scope} and ${among}
      and w.p = f.person_id and w.s = f.slot and w.a is not distinct from f.application_id
      and (f.due_at, f.useless_at, f.kind, f.item_id) is distinct from (w.d, w.u, w.t, w.i))
  insert into reminder_fires (activity_id, person_id, application_id, item_id, slot, kind, due_at, useless_at)
  select $1::bigint, p, a, i, s, t, d, u from wanted w
  where d > $4::timestamptz and not exists (
    select from reminder_fires f where f.activity_id = $1 and ${among} and f.person_id = w.p and f.slot = w.s)
  on conflict do nothing`

const among = `($6::jsonb is null or f.slot = any (array(select jsonb_array_elements_text($6::jsonb))))`

const ofEach = (statement: (scope: string) => string) => ({
  all: statement(scopes.all),
  coordinators: statement(scopes.coordinators),
  some: statement(scopes.some),
})

export const changedSlots = ofEach(changed)
export const replaceRows = ofEach(replace)
