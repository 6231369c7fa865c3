/** Whatever the buttons of a story speak of. */
export interface Ids {
  activity: number
  other: number
  item: number
  firm: number
  applied: number
  seated: number
  form: number
  response: number
  broadcast: number
  thread: number
  member: number
  grant: number
  forum: number
  note: number
}

/** Buttons with what they carry, for whom they do something, and who of the others tries them. */
interface Column {
  to: readonly string[]
  but: readonly string[]
  buttons: readonly string[]
  /** What makes a file, or changes something for good: only those who may not press these. */
  costly?: readonly string[]
}

const owners = ['Oya']
const house = ['Oya', 'Zeynep']
const theirs = ['Oya', 'Zeynep', 'Can', 'Pau']

/** Every button that needs a role, by who may press it. */
export const buttonsOfRoles = (id: Ids): Column[] => [
  {
    to: owners,
    but: ['Zeynep', 'Pau', 'Sam', 'Eve'],
    buttons: [
      ...['p.controller', 'p.controlled:name', 'p.audit:0:0', `p.audit:${id.member}:0`, 'p.auditfind'],
      ...['p.requests', 'p.requestnew:copy', 'p.requestvia:copy:paper', 'p.request:1', 'p.requestdone:1'],
      ...[
        'p.roles',
        'p.rolepage:0',
        'p.rolelinks:0',
        'p.rolelink:999',
        'p.scope:staff',
        'p.scopes:coordinator:0',
        `p.revoke:${id.grant}`,
      ],
      ...['p.invite:owner:', 'p.invite:staff:BCN26', `c.bind:${id.forum}:${id.activity}`],
    ],
    costly: [`p.revoked:${id.grant}`],
  },
  {
    to: house,
    but: ['Can', 'Pau', 'Sam', 'Eve'],
    buttons: [
      ...['a.workshop', 'p.firms:0', 'p.find', `p.firm:${id.firm}`, `p.rename:${id.firm}`],
      ...[`p.merge:${id.firm}`, `p.merging:${id.firm}:${id.firm}`, `p.member:${id.firm}:${id.member}`],
      ...[`p.leaving:${id.firm}:${id.member}`, `p.move:${id.firm}:${id.member}`],
      ...[`p.merged:${id.firm}:${id.firm}`, `p.left:${id.firm}:${id.member}`],
      ...[`a.firm:${id.applied}`, `a.nofirm:${id.applied}`, `p.join:${id.firm}:${id.member}:accept`],
    ],
    costly: [
      // A form that is no activity's any more is the house's.
      ...[`q.attach:${id.form}:${id.other}`, `q.todetach:${id.form}:${id.activity}`],
      `q.detach:${id.form}:${id.activity}`,
    ],
  },
  {
    to: theirs,
    but: ['Lea', 'Sam', 'Eve'],
    buttons: [
      ...[
        `a.apps:a${id.activity.toString(36)}:0`,
        `a.facets:a${id.activity.toString(36)}`,
        `a.facet:a${id.activity.toString(36)}:firm:0`,
      ],
      ...[
        `a.search:a${id.activity.toString(36)}`,
        `a.nosearch:a${id.activity.toString(36)}`,
        `a.see:${id.applied}::0`,
      ],
      ...[`a.list:${id.activity}:submitted:0`, `a.activity:${id.activity}`, `a.card:${id.applied}`],
      ...[`a.waiting:${id.activity}:0`, `a.edit:${id.activity}`, `a.waitask:${id.activity}:x`],
      ...[`a.waitdrop:${id.activity}:x`, `a.reject:${id.applied}`, `a.reason:${id.applied}`],
      ...[`a.whole:${id.activity}`, `a.cancelask:${id.activity}`, `a.cancelwhy:${id.activity}:few`],
      ...[`a.onlineask:${id.activity}`, `a.laterask:${id.activity}`, `r.lists:${id.activity}:tr`],
      ...[`d.all:${id.activity}:0`, `d.of:${id.seated}`, `d.one:${id.seated}:x`],
      ...[`d.judge:${id.seated}:x:accepted`, `d.back:${id.seated}:x`, `d.file:${id.seated}:x`],
      ...[
        `i.plist:${id.activity}:0`,
        `i.prest:${id.activity}`,
        `i.prested:${id.activity}`,
        `i.pitem:${id.item}`,
        `i.pmove:${id.item}`,
        `i.premind:${id.item}`,
      ],
      ...[`i.ptexts:${id.item}`, `i.pedit:${id.item}`, `i.padd:${id.activity}`, `i.pback:${id.item}`],
      ...[`i.changes:${id.activity}`, `i.changescard:${id.activity}`, `i.askagain:${id.activity}`],
      ...[`i.reminders:${id.activity}:0`, `i.bywhom:${id.activity}:0`, `i.findwhom:${id.activity}`],
      ...[
        `i.ofwhom:${id.activity}:${id.member}:0`,
        `i.unheard:${id.activity}:0`,
        `i.askpause:${id.activity}`,
      ],
      ...[`i.pause:${id.activity}:0`, `i.rehearse:${id.activity}`, `i.rules:${id.activity}`],
      ...[`i.rule:${id.activity}:near`, `i.rclist:${id.activity}`, `i.rcopen:${id.item}`],
      ...[`i.rcbus:${id.item}:0:0`, `i.rctick:${id.item}:${id.seated}:1`, `i.rcask:${id.item}`],
      `i.rcgone:${id.item}:0`,
      ...[`i.rcwhen:${id.item}`, `b.new:${id.activity}`, `b.card:${id.broadcast}`],
      ...[`b.log:${id.activity}:0`, `b.logged:${id.broadcast}`, `b.correct:${id.broadcast}`],
      ...[`b.recall:${id.broadcast}`, `b.newcomers:${id.broadcast}:0`, `b.doubt:${id.broadcast}`],
      ...[`b.doubted:${id.broadcast}`, `b.ask:${id.broadcast}`, `b.resend:${id.broadcast}`],
      ...[`c.thread:${id.thread}:0`, `c.answer:${id.thread}`, `c.take:${id.thread}`],
      ...[`q.card:${id.form}`, `q.whom:${id.form}`, `q.whomof:${id.form}:${id.activity}`],
      ...[`q.rest:${id.form}:0`, `q.acts:${id.form}:0`, `q.people:${id.form}:${id.activity}`],
      ...[`q.results:${id.form}`, `q.table:${id.form}`, `q.sum:${id.form}:0:0`, `q.sumlist:${id.form}:0`],
      ...[`q.respall:${id.form}`, `q.resps:${id.form}:0`, `q.resp:${id.response}`],
      ...[`q.respto:${id.response}:0`, `q.sumof:${id.form}:1:0:0`, `q.sumqs:${id.form}:1:0`],
      ...[`q.sumrounds:${id.form}:0`, `q.onsite:${id.form}`, `q.for:${id.form}:${id.member}`],
      ...[`q.tomove:${id.form}`, `q.round:${id.form}`, `q.askstate:${id.form}:closed`],
      ...[`q.unreach:${id.form}:0`, `q.remind:${id.form}`],
      ...[`a.person:${id.seated}`, `a.personlog:${id.seated}`, `a.tags:${id.seated}`, `a.notes:${id.seated}`],
      ...[`a.tag:${id.seated}:bus:x`, `a.tagnew:${id.seated}:bus`, `a.note:${id.seated}`],
      ...[`a.noteask:${id.note}`, `a.back:${id.applied}:0`],
      ...[`a.backq:${id.applied}:position:0`, `a.backd:${id.applied}`, `a.backday:${id.applied}:2026-11-10`],
      ...[`a.backtype:${id.applied}`, `a.backwhy:${id.applied}`],
      `q.tick:${id.form}:${id.activity}:${id.member}:1`,
      `i.whogets:${id.activity}:29000000:item:${id.item}:0`,
      `q.foract:${id.form}:${id.member}:${id.activity}`,
    ],
    costly: [
      // Several at once, decisions kept back, and people entered by hand.
      ...[`a.mark:${id.activity}:submitted:0`, `a.tick:${id.activity}:submitted:0:${id.applied}`],
      ...[`a.sev:${id.activity}`, `a.sevdo:${id.activity}:now:approved:`, `a.sevwhy:${id.activity}:now`],
      ...[`a.sevyes:${id.activity}:now:approved:`, `a.stage:${id.applied}`, `a.stagewhy:${id.applied}`],
      ...[`a.stageown:${id.applied}`, `a.sevown:${id.activity}`],
      ...[`a.staged:${id.applied}:approved:`, `a.unstage:${id.applied}`, `a.kept:${id.activity}:0`],
      ...[`a.annask:${id.activity}`, `a.annat:${id.activity}:2026-11-05:9`, `a.annnow:${id.activity}`],
      ...[`a.annoff:${id.activity}`, `a.anntype:${id.activity}`, `a.annwhen:${id.activity}`],
      ...[`a.hand:${id.activity}:${id.seated}`, `a.handnew:${id.activity}`, `a.hands:${id.activity}:0`],
      ...[
        `a.handtold:${id.activity}:${id.seated}:1`,
        `a.invited:${id.activity}:0`,
        `a.handrow:${id.activity}:x`,
      ],
      ...[`a.invite1:${id.activity}:firm:${id.firm}`, `a.inviteall:${id.activity}`, `c.write:${id.seated}`],
      ...[`a.poster:${id.activity}`, `a.people:${id.activity}`, `r.list:${id.activity}:participants:tr`],
      ...[`d.table:${id.activity}`, `i.pfile:${id.activity}`, `i.rccode:${id.item}`],
      ...[`i.rcwall:${id.activity}`, `i.rcsheet:${id.activity}`, `i.rcday:${id.activity}`],
      ...[`i.rehearsein:${id.activity}:tr`, `b.logtable:${id.activity}`, `b.table:${id.broadcast}`],
      ...[`b.stop:${id.broadcast}`, `b.recalled:${id.broadcast}`, `b.undo:${id.broadcast}`],
      ...[`q.sumpic:${id.form}:0`, `q.sumdraw:${id.form}:1:0`, `q.xlsx:${id.form}:0`],
      ...[`q.respfile:${id.response}:1`, `q.move:${id.form}`, `q.newround:${id.form}:1`],
      ...[
        `q.toask:${id.form}:a${id.activity}.approved`,
        `q.ask:${id.form}:a${id.activity}.approved`,
        `q.stopsend:${id.form}`,
      ],
      ...[`q.state:${id.form}:closed`],
      ...[
        `a.wait:${id.applied}`,
        `a.front:${id.applied}`,
        `a.offer:${id.applied}`,
        `a.unoffer:${id.applied}`,
      ],
      ...[`a.approve:${id.applied}`, `a.approved:${id.applied}`, `a.rejected:${id.applied}:scope`],
      ...[`a.refuse:${id.applied}:scope`, `a.noshow:${id.seated}`, `a.came:${id.seated}`],
      ...[`a.notegone:${id.note}`, `a.backsend:${id.applied}`],
      ...[`a.tookpart:${id.seated}`, `a.alltook:${id.activity}`, `i.plate:${id.item}:10`],
      ...[`i.pcancel:${id.item}`, `c.layby:${id.thread}`, `a.state:${id.activity}:closed`],
      ...[`a.closed:${id.activity}`, `a.online:${id.activity}`, `a.later:${id.activity}:2027-01-10`],
      `a.cancel:${id.activity}:few`,
    ],
  },
  {
    to: [...house, 'Can'],
    but: ['Pau', 'Lea', 'Sam', 'Eve'],
    buttons: [],
    costly: [`r.list:${id.activity}:airline:tr`],
  },
  {
    to: [...theirs, 'Lea'],
    but: ['Sam', 'Eve'],
    buttons: [
      'd.late:0',
      'd.check:0',
      'i.unseen',
      'a.desk',
      'a.deskp:running:0',
      'a.templates',
      'a.hear:at_once',
      'c.inbox:0',
      'q.desk:0',
    ],
    costly: ['q.finished', 'a.template:activity', 'q.template', 'q.ready:needs'],
  },
  // The one whose they are, and nobody for them: neither an owner nor a coordinator.
  {
    to: ['Berk'],
    but: ['Oya', 'Pau', 'Sam', 'Eve'],
    buttons: [
      ...[`a.mine:${id.seated}`, `a.minebelow:${id.seated}`, `d.own:${id.seated}`, `d.mine:${id.seated}:x`],
      ...[`q.look:${id.response}:0`, `q.result:${id.response}`],
    ],
    costly: [
      ...[`a.withdraw:${id.seated}`, `a.withdrawn:${id.seated}`, `a.coming:${id.seated}`],
      ...[`a.keep:${id.seated}`, `a.seat:${id.seated}:yes`, `a.resume:${id.seated}`],
      ...[`a.why:${id.seated}:other`, `d.have:${id.seated}:x:1`, `d.send:${id.seated}:x`],
      ...[`d.stop:${id.seated}`, `q.resume:${id.response}`, `q.edit:${id.response}`],
      ...[`q.right:${id.response}`, `q.hand:${id.response}`],
    ],
  },
]

/** Everybody's: each opens what the one who presses it has, or is refused by the row it names. */
export const buttonsOfEverybody = [
  'a.handfirm a.handlang a.handno a.handphone a.handyes p.noticeread',
  'a.again a.backlook a.apply a.claimed a.colleague a.decline a.discard a.keepone a.open a.publish a.swap a.swapask a.swapyes a.trips',
  'a.tripsp b.answer b.corrected b.drop b.home b.homebelow b.list b.nomore b.open b.preview b.seen b.take',
  'b.unreached b.wantmore b.wish b.wishes c.identity c.leave c.noidentity c.notmeant c.trip i.aboard',
  'i.calendar i.checkin i.day i.duty i.evening i.feed i.ics i.item i.itembelow i.lead i.map i.mute i.now',
  'i.nowbelow i.rehearsed i.seen i.today i.tomorrow i.trip i.unfeed  i.whole i.wishes p.colleague',
  'p.consent p.correct p.corrects p.data p.erased p.erasing p.first p.language p.leave p.mine p.notice',
  'p.privacy p.reconsent p.zone p.zones q.back q.firm q.handed q.handone q.list q.open q.openof q.pubfor',
  'q.stop q.try q.xstop',
].flatMap((line) => line.split(' '))
