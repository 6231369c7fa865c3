'use strict'
// What keeps a process light. Like start.cjs it is old JavaScript, because any Node may load it.

var nodeModule = require('module')
var v8 = require('v8')

// V8 puts a function that is written where a property is set (`this.resolve = (value) => …`) into the old heap at once, and
// with it all that the function can see. These do so for each statement, update and wait, so that a sixth of what an update
// allocates had to be copied twice and swept later: a quarter of all CPU (docs/benchmark.md). As one branch of a choice the
// same function is young.
var keepsOld =
  /\/(postgres\/src\/query|grammy\/out\/core\/client|@grammyjs\/conversations\/out\/resolve)\.js$/

function withYoungFunctions(source) {
  return source.replace(/(\.\w+ = )(?=(async )?(\([^()]*\)|\w+) => )/g, '$1false ? 0 : ')
}

exports.keepsOld = keepsOld
exports.withYoungFunctions = withYoungFunctions

// Node reads a package's package.json anew for each of its modules. drizzle-orm's has 180 kB and it has 300 modules, which
// costs a second and 200 MB at each start (measured, Node 26.10). They are all ES modules, so nobody needs to look.
if (typeof nodeModule.registerHooks === 'function') {
  nodeModule.registerHooks({
    resolve: function (specifier, context, nextResolve) {
      var parent = context.parentURL
      if (!parent || specifier.charAt(0) !== '.' || parent.indexOf('/node_modules/drizzle-orm/') < 0)
        return nextResolve(specifier, context)
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
    },
    load: function (url, context, nextLoad) {
      var loaded = nextLoad(url, context)
      if (keepsOld.test(url)) loaded.source = withYoungFunctions(String(loaded.source))
      return loaded
    },
  })
}

// V8 lets a small heap grow to a multiple before it tidies up. This much earlier it takes a third of the memory less, for
// a tenth more of CPU (docs/benchmark.md).
v8.setFlagsFromString('--heap-growing-percent=60')

// Where many objects of one kind have outlived a collection once, V8 makes all later ones old from the start: here that is
// what was under way in a busy moment, and it drags along what comes after.
v8.setFlagsFromString('--no-allocation-site-pretenuring')
