import type { Gate } from '../engine.ts';

/**
 * A child is healthy only when its verdict is about the spec that it has now, no sync is under way, and it is synced:
 * since Argo CD 3.4 a child whose later waves are missing calls itself healthy.
 * https://github.com/argoproj/argo-cd/issues/27917
 */
const applicationHealth = `local hs = {status = "Progressing", message = ""}
local st = obj.status
if st == nil or st.health == nil or st.health.status == nil then
  hs.message = "not looked at yet"
  return hs
end
local function same(a, b)
  if type(a) ~= type(b) then return false end
  if type(a) ~= "table" then return a == b end
  for k, v in pairs(a) do if not same(v, b[k]) then return false end end
  for k in pairs(b) do if a[k] == nil then return false end end
  return true
end
local compared = st.sync ~= nil and st.sync.comparedTo or nil
if compared == nil or not same(obj.spec.source, compared.source) or not same(obj.spec.sources, compared.sources) then
  hs.message = "the status is of an older spec"
  return hs
end
if obj.operation ~= nil then
  hs.message = "a sync is queued"
  return hs
end
local op = st.operationState
if op ~= nil and (op.phase == "Running" or op.phase == "Terminating") then
  hs.message = op.message or "a sync is running"
  return hs
end
if st.health.status == "Healthy" and st.sync.status ~= "Synced" then
  hs.message = "healthy, but " .. (st.sync.status or "Unknown")
  return hs
end
hs.status = st.health.status
hs.message = st.health.message or ""
return hs
`;

/**
 * For graphs and their instances. What the cloud said stands in status.terminal and status.recoverable (by node, lists of
 * "object: message") and means Degraded: that ends the waiting sync, and the next attempt takes the newest commit, whereas
 * Progressing would hold the old one. Ready = Unknown is a graph that kro has not looked at yet, and no fault.
 * Argo CD hands over maps in another order each time, so nodes are sorted: a message that changes is a status that changes.
 */
const kroHealth = `local hs = {status = "Progressing", message = "waiting for kro"}
if obj.metadata.deletionTimestamp ~= nil then
  hs.message = "deleting"
  return hs
end
local st = obj.status
if st == nil then return hs end
local ready = nil
for _, c in ipairs(st.conditions or {}) do
  if c.type == "Ready" then
    ready = c
  elseif c.status == "False" and c.message ~= nil and c.message ~= "" then
    hs.message = c.message
  end
end
if ready == nil then return hs end
if ready.observedGeneration ~= nil and ready.observedGeneration < obj.metadata.generation then
  hs.message = "the status is of an older generation"
  return hs
end
if ready.status == "True" then
  hs.status = "Healthy"
  hs.message = ""
  return hs
end
local faults = {}
local function collect(said)
  local nodes = {}
  for node in pairs(said or {}) do nodes[#nodes + 1] = node end
  table.sort(nodes)
  for _, node in ipairs(nodes) do
    if type(said[node]) == "table" then
      for _, message in ipairs(said[node]) do faults[#faults + 1] = node .. " " .. message end
    end
  end
end
collect(st.terminal)
collect(st.recoverable)
if #faults > 0 then
  hs.status = "Degraded"
  hs.message = table.concat(faults, "; ")
  return hs
end
if hs.message == "waiting for kro" then
  hs.message = ready.message ~= nil and ready.message ~= "" and ready.message or ready.reason or hs.message
end
if ready.status == "False" and (st.state == "ERROR" or st.state == "FAILED" or st.state == "Inactive") then
  hs.status = "Degraded"
end
return hs
`;

/** Kinds that Argo CD itself knows how to judge. */
const builtIn = new Set(['argoproj.io/ApplicationSet']);

/** Settings with the health check of every kind that gates: a kind without one counts as healthy at once. */
export function healthChecks(gates: readonly Gate[]): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const gate of gates) {
    const { group, kind } = gate;
    if (builtIn.has(`${group}/${kind}`)) continue;
    settings[`resource.customizations.health.${group}_${kind}`] = healthOf(gate);
  }
  return settings;
}

function healthOf({ group, kind, isOfGraph }: Gate): string {
  if (group === 'argoproj.io' && kind === 'Application') return applicationHealth;
  if (group === 'kro.run' || isOfGraph) return kroHealth;
  throw new Error(`${group}/${kind} gates, but there is no health check for it`);
}
