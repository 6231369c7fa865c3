/** Seconds after which a place of the ring may be used again: Telegram counts any second, and its clock is not ours. */
const reuse = 1.02
/**
 * Whoever comes late for a place by up to a quarter of what lies between two has it as of the moment it was free: else
 * what wake-ups are late would add up, round after round. Seconds, by messages a second.
 */
const carried = reuse / 4

/**
 * The statement that grants places. `$1`: what is asked for, `$2`: messages a second, `$3`: calls a chat may get ahead of
 * its pace, `$4`: this process. `wanted`: what is asked for, and whether this process still owes it. `ready`: the first
 * call of each chat that nothing holds back: no call of the same chat whose turn is before, in any process, no pause, its
 * chat not written to too fast. `able`: without deliveries that would come too close behind each other. `free`: the places
 * of the ring, from its head on, whose last use is old enough; only messages need one, an album one for each of its items.
 * Then both are charged. The row without an id says in how many milliseconds the next place is free, when there were too few.
 *
 * Deliveries are spread: else hundreds of them would take all places of a second at once, and a reply would wait for the
 * next second. `left_now`: those whose call may leave now; one that another process has just taken over is left to that
 * one.
 *
 * What is looked up by key is a value of its own here: joined, it would be planned as a walk through the whole table.
 */
export const takeStatement = (withDeliveries: boolean) => {
  const where = (deliveries: string, otherwise = '') => (withDeliveries ? deliveries : otherwise)
  return `
  with wanted as materialized (
    select w.i as id, w.c as chat, s.message_id, s.pinned_id, w.ord,
      case when w.f or s.message_id is null then least(w.m, $2::int) else 0 end as makes,
      ${where('coalesce(w.o, false) as is_once,')}
      (select o.claimed_by from outbox o where o.id = w.i) is not distinct from $4::int as is_owed
    from rows from (jsonb_to_recordset($1::jsonb) as (i bigint, c bigint, s text, m int, f boolean, o boolean))
      with ordinality as w(i, c, s, m, f, o, ord)
      left join lateral (select message_id, pinned_id from screens where chat_id = w.c and name = w.s offset 0) s on true),
  pace as materialized (select clock_timestamp() as moment),
  ready as materialized (
    select w.* ${where(`, case when w.makes > 0 and w.is_once
      then sum(w.makes) over (partition by w.makes > 0 and w.is_once order by w.ord) - w.makes end as once_before`)}
    from wanted w, pace
    where w.is_owed and (select o.id from outbox o where o.chat_id = w.chat order by o.turn, o.id limit 1) = w.id
      and coalesce((select max(p.until) from send_pauses p where p.chat_id in (0, w.chat)) <= pace.moment, true)
      and coalesce((select p.free_at from send_paces p where p.chat_id = w.chat)
        <= pace.moment + $3::int * case when w.chat < 0 then interval '4 seconds' else interval '1 second' end, true)),
  cursor as materialized (select head from send_cursor where one and exists (select 1 from ready where makes > 0) for update),
  ${where(`spread as materialized (
    select (select s.taken_at from send_places s where s.place = ((cursor.head + $2::int - 1) % $2::int)::int) as last_at,
      interval '${reuse * 0.8} seconds' / $2::int as apart, ceil($2::int / 8.0) as at_most from cursor),
  spaced as materialized (
    select least(at_most, floor(extract(epoch from pace.moment - last_at) / extract(epoch from apart))) as count
    from spread, pace),`)}
  able as materialized (
    select r.*, case when r.makes > 0 then sum(r.makes) over (partition by r.makes > 0 order by r.ord) end as nth
    from ready r ${where('where r.once_before is null or r.once_before < (select count from spaced)')}),
  free as (
    select n, (select s.place from send_places s, pace where s.place = ((cursor.head + n) % $2::int)::int
      and s.taken_at <= pace.moment - interval '${reuse} seconds') as place
    from cursor, generate_series(0, least((select sum(makes) from able), $2::int)::int - 1) as n),
  fitting as (
    select coalesce(max(nth), 0) as count from able where nth <= (select count(place) from free)),
  used as (
    update send_places set taken_at = greatest(taken_at + interval '${reuse} seconds',
      (select moment from pace) - interval '${carried} seconds' / $2::int)
    where place = any (array(select place from free where n < (select count from fitting)))
    and taken_at <= (select moment from pace) - interval '${reuse} seconds' returning place),
  granted as materialized (
    select a.* from able a where a.makes = 0 or a.nth <= (select count(*) from used)),
  ${where(`left_now as (
    update outbox set left_at = (select moment from pace) where claimed_by = $4::int
    and id = any (array(select id from granted where is_once)) returning id),`)}
  moved as (
    update send_cursor set head = head + (select count(*) from used) where one and exists (select 1 from used)),
  charged as (
    insert into send_paces (chat_id, free_at)
    select g.chat, pace.moment + case when g.chat < 0 then interval '4 seconds' else interval '1 second' end
    from granted g, pace
    on conflict (chat_id) do update set free_at = greatest(send_paces.free_at, clock_timestamp())
      + case when send_paces.chat_id < 0 then interval '4 seconds' else interval '1 second' end),
  short as (
    select greatest(
      case when u.count + next.makes > $2::int then pace.moment else
        (select s.taken_at from send_places s where s.place = ((cursor.head + u.count + next.makes - 1) % $2::int)::int) end
        + interval '${reuse} seconds'
      ${where(', case when a.count <= u.count then case when u.count > 0 then pace.moment else spread.last_at end + spread.apart end')}
    ) - pace.moment as lasts
    from cursor, pace, (select count(*) from used) u, (select coalesce(sum(makes), 0) as count from able) a,
      lateral (select coalesce(min(nth) filter (where nth > u.count) - u.count, 1) as makes from able) next ${where(', spread')}
    where (select sum(makes) from ready) > u.count)
  select id, message_id, pinned_id, ${where('is_once and id not in (select id from left_now)', 'false')} as is_gone, makes, ord
  from granted
  union all select id, null, null, true, 0, ord from wanted where not is_owed
  union all select null, ceil(greatest(extract(epoch from lasts) * 1000, 0))::int, null, false, 0, null from short
  order by ord`
}
