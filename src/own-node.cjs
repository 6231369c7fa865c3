'use strict'
// The Node that Heyet brings. It is written in old JavaScript because any Node may be the one that looks for it.
// `npm ci` runs it at its end: npm 9, which Debian 13 has, takes node_modules/.bin/node away again, because the packages for
// other kinds of computer offer that name too and do not fit this one.

var fs = require('fs')
var path = require('path')
var spawn = require('child_process').spawnSync

module.exports = { findOwnNode: findOwnNode, versionOf: versionOf, whyItDoesNotRun: whyItDoesNotRun }

/** Where it is: under the name by which npm and systemd find it, if it can be put there; nothing where npm has brought none. */
function findOwnNode(root) {
  var named = path.join(root, 'node_modules', '.bin', 'node')
  if (fs.existsSync(named)) return named
  var kind = process.platform + '-' + process.arch
  var brought = ['node-' + kind, 'node-bin-' + kind]
    .map(function (name) {
      return path.join(root, 'node_modules', name, 'bin', 'node')
    })
    .filter(fs.existsSync)[0]
  if (!brought) return undefined
  try {
    fs.symlinkSync(path.relative(path.dirname(named), brought), named)
    return named
  } catch (error) {
    // Whoever may only read the folder runs it where it is.
    return brought
  }
}

/** Its major version, or 0 where it does not run. */
function versionOf(node) {
  return parseInt(String(spawn(node, ['--version']).stdout || '').replace('v', ''), 10) || 0
}

/** What the computer says about a Node that does not run, and the mend of what small servers lack. */
function whyItDoesNotRun(node) {
  var attempt = spawn(node, ['--version'])
  var said =
    String(attempt.stderr || '').trim() || String(attempt.error || attempt.signal || 'no reason given')
  return (
    'The Node that Heyet brings does not run here: ' +
    said.replace(/\.$/, '') +
    '.' +
    (/libatomic/.test(said) ? ' Run `apt-get install libatomic1` (Fedora: `dnf install libatomic`).' : '')
  )
}

if (require.main === module) {
  var own = findOwnNode(path.dirname(__dirname))
  if (own && !versionOf(own)) {
    console.error(whyItDoesNotRun(own))
    process.exitCode = 1
  }
}
