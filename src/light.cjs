'use strict'
// What keeps a process light. Like start.cjs it is old JavaScript, because any Node may load it.

var nodeModule = require('module')

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
  })
}

// V8 lets a small heap grow to a multiple before it tidies up. This much earlier it takes a third of the memory less, for
// a tenth more of CPU (docs/benchmark.md).
require('v8').setFlagsFromString('--heap-growing-percent=60')

// Several threads share the small collections by default and get into each other's way: one alone takes a twentieth of the
// CPU less, for pauses that are some milliseconds longer (docs/benchmark.md).
require('v8').setFlagsFromString('--no-parallel-scavenge')
