// Mocha's spec reporter, which also leaves its counts in the file that PROVISO_TEST_COUNTS names.
const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once('end', () => writeFileSync(process.env.PROVISO_TEST_COUNTS, JSON.stringify(this.stats)))
  }
}
