/** `.github/workflows/fleet.yml` of a user's repository, where the compiler is the npm package that the base branch pins. */
export const fleetWorkflow = `# Checks what a pull request, or a group in the merge queue, makes of the fleet. The compiler and the records to compare
# with come from the base branch; the change is data, of which nothing is run; the token can only read.
# A change to this file takes effect in its own pull request: let CODEOWNERS ask for a review of .github/.
name: fleet
on:
  pull_request:
  merge_group:
permissions:
  contents: read
concurrency:
  group: fleet-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    steps:
      - name: The pinned compiler, from the base branch
        uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with:
          ref: \${{ github.event.merge_group.base_sha || github.event.pull_request.base.ref }}
          path: base
          persist-credentials: false
      - name: The change, as data
        uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with:
          path: fleet
          persist-credentials: false
      - uses: actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0
        with:
          node-version: 24
          package-manager-cache: false
      - name: Install
        working-directory: base
        run: npm ci --ignore-scripts --no-audit --no-fund
      - name: Check
        run: node base/node_modules/wheelwright/bin/wheelwright.mjs check --root fleet --base base
`;
