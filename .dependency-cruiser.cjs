/** The arrows of the house: who may know whom. docs of the tool: https://github.com/sverweij/dependency-cruiser */

const rooms = [
  'people',
  'uploads',
  'activities',
  'questionnaires',
  'documents',
  'itinerary',
  'broadcasts',
  'correspondence',
  'reports',
]
const roomFolder = (names) => `^src/features/(${names.join('|')})/`

/** A room may enter the ones before it, and no other. */
const roomOrder = rooms.slice(0, -1).map((room, index) => ({
  name: `${room}-enters-only-rooms-before-it`,
  severity: 'error',
  from: { path: roomFolder([room]) },
  to: { path: roomFolder(rooms.slice(index + 1)) },
}))

const databases = '^node_modules/(drizzle-orm|postgres|pg|pg-boss)/'
const telegram = '^node_modules/(grammy|@grammyjs/[^/]+)/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-knows-only-shared',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    {
      name: 'domain-knows-its-own-domain-and-shared',
      comment: 'The domain speaks plain TypeScript: what it needs is handed in.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/domain/' },
      to: { path: '^src/', pathNot: ['^src/features/$1/domain/', '^src/shared/'] },
    },
    {
      name: 'domain-has-no-drivers',
      severity: 'error',
      from: { path: '^src/(shared|features/[^/]+/domain)/' },
      to: { path: [databases, telegram, '^node_modules/(i18next|hono|pino|prom-client)/'] },
    },
    {
      name: 'actions-know-their-domain-and-ports',
      comment: 'What a store or a messenger looks like may be known; which one it is gets handed in.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/actions/' },
      to: {
        path: '^src/(bot|sandbox|commands|platform/database|platform/jobs|platform/texts|features/$1/(chat|data|jobs)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-only-in-data-and-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|bot/data|features/[^/]+/data|commands)/' },
      to: { path: databases, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'grammy-only-in-chat-bot-sandbox-main',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(bot/|sandbox/|features/[^/]+/chat/|features/[^/]+/index\\.ts|[^/]+\\.ts|commands/)',
      },
      to: { path: telegram },
    },
    {
      name: 'rooms-enter-each-other-by-the-door',
      comment: 'Tables may be joined, from data/ only.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: '^src/features/[^/]+/data/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'data-joins-tables-of-other-rooms-only',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/data/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/(index|data/tables)\\.ts$'],
      },
    },
    ...roomOrder,
    {
      name: 'bot-and-platform-know-no-room',
      severity: 'error',
      from: { path: '^src/(bot|platform)/' },
      to: { path: '^src/(features|sandbox|commands)/' },
    },
    {
      name: 'platform-knows-no-bot',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(bot/|main|house|rooms)' },
    },
    {
      name: 'nobody-imports-the-sandbox',
      comment:
        'Only main and the clock of commands, lazily and without a token; the benchmark and the tests use it as their Telegram.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|main\\.ts|commands/(bench|command-line/clock-of))' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'no-tools-in-the-bot',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/commands/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/sandbox/phones/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
