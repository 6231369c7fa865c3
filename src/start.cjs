'use strict'
// The door of every command. It is written in old JavaScript because any Node may be the one that opens it.

var path = require('path')
var fs = require('fs')
var ownNode = require('./own-node.cjs')

var neededMajor = 26
var root = path.dirname(__dirname)
var files = {
  main: 'src/main.ts',
  test: 'src/commands/test.ts',
  check: 'src/commands/check.ts',
  bench: 'src/commands/bench.ts',
  doctor: 'src/commands/doctor.ts',
  invite: 'src/commands/invite.ts',
  adopt: 'src/commands/adopt.ts',
  backup: 'src/commands/backup.ts',
  restore: 'src/commands/restore.ts',
  'rotate-keys': 'src/commands/rotate-keys.ts',
  'env-example': 'src/commands/env-example.ts',
}

var command = process.argv[2] || 'main'
if (!Object.prototype.hasOwnProperty.call(files, command)) {
  refuse('There is no command "' + command + '". The commands are: ' + Object.keys(files).join(', ') + '.')
} else if (!fs.existsSync(path.join(root, 'node_modules', 'zod'))) {
  refuse('The packages Heyet is built on are missing: run `npm ci` in ' + root + ' first.')
} else if (parseInt(process.versions.node, 10) < neededMajor) {
  startUnderOwnNode()
} else {
  run()
}

// Stripping types and compiling is half of a start; what was made once is kept.
function run() {
  require('module').enableCompileCache()
  require('./light.cjs')
  var file = path.join(root, files[command])
  if (!fs.existsSync(file))
    return refuse('The command "' + command + '" is not part of this version of Heyet.')
  process.chdir(root)
  import(require('url').pathToFileURL(file).href).catch(explain)
}

// A refusal is a sentence for the person at the keyboard; everything else is our fault and shows where it happened.
function explain(error) {
  var describe = path.join(root, 'src/platform/describe-error.ts')
  import(require('url').pathToFileURL(describe).href).then(
    function (module) {
      leave(module.explainError(error))
    },
    function () {
      leave(String(error && error.name))
    },
  )
}

// What has been opened before the mistake, a database above all, is closed in order by whoever listens to signals.
function leave(sentence) {
  console.error(sentence)
  process.exitCode = 1
  if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'start.failed')
  else process.exit(1)
}

// npm puts node_modules/.bin first on the path, so `npm start` is under Node 26 already; plain `node src/start.cjs` is not.
function startUnderOwnNode() {
  var own = ownNode.findOwnNode(root)
  var version = own ? ownNode.versionOf(own) : 0
  if (own && version === 0) return refuse(ownNode.whyItDoesNotRun(own))
  if (version < neededMajor) {
    return refuse(
      'Heyet needs Node ' +
        neededMajor +
        ' or newer, and this is Node ' +
        process.versions.node +
        '. It usually brings ' +
        'its own: run `npm ci` again without `--omit=optional`, or install Node ' +
        neededMajor +
        ' from https://nodejs.org.',
    )
  }
  var child = require('child_process').spawn(own, [__filename].concat(process.argv.slice(2)), {
    stdio: 'inherit',
  })
  ;['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal)
    })
  })
  child.on('exit', function (code, signal) {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
