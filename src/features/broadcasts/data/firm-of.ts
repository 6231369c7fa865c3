import { applying, inSql } from '../../activities/index.ts'

/** SQL: the firm of somebody, by their SQL: the one they take part for in an activity, else the first they are a member of. */
export const firmOf = (personId: string, activityId: string) => `coalesce(
  (select f.name from applications a join firms f on f.id = a.firm_id where a.person_id = ${personId}
     and a.activity_id = ${activityId} and a.state in (${inSql(applying)}) order by a.state limit 1),
  (select f.name from firm_members m join firms f on f.id = m.firm_id where m.person_id = ${personId}
     and m.state = 'member' order by m.since limit 1))`
