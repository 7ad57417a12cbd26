// What belongs to a contact: tasks, notes, tags, followers, appointments, campaigns and workflows.
import { pick, UNKNOWN } from "./common.mjs";

export async function around(calls, contactId, { ghl, campaigns, workflows }) {
  return {
    tasks: await tasksOf(calls.tasks, contactId),
    notes: await notesOf(calls.notes, contactId),
    tags: await tagsOf(calls, contactId),
    followers: await followersOf(calls.followers, contactId),
    automation: await automationOf(calls, contactId, { ghl, campaigns, workflows }),
    appointments: (await calls.appointments.list(contactId)).events.length,
    missing: await calls.tasks.create(contactId, { title: "t" }).catch(({ code, status }) => [code, status ?? null]),
    unknown: await calls.notes.get(contactId, UNKNOWN).catch(({ code, status }) => [code, status ?? null]),
  };
}

async function tasksOf(calls, contactId) {
  const dueDate = new Date(Date.UTC(2026, 11, 24, 9));
  const { id, ...task } = await calls.create(contactId, { title: "Call back", dueDate, completed: false });
  const changed = await calls.update(contactId, id, { title: "Write back", body: "Kindly" });
  const done = await calls.setCompleted(contactId, id, { completed: true });
  const read = await calls.get(contactId, id);
  const { tasks } = await calls.list(contactId);
  const { succeeded } = await calls.delete(contactId, id);
  return {
    created: [task.title, new Date(task.dueDate).getTime() === dueDate.getTime(), task.completed],
    changed: pick(changed, "title", "body"),
    done: [done.completed, read.completed],
    listed: tasks.length,
    succeeded,
    left: (await calls.list(contactId)).tasks.length,
  };
}

async function notesOf(calls, contactId) {
  const { id, body } = await calls.create(contactId, { body: "Likes tea" });
  const changed = await calls.update(contactId, id, { body: "Likes coffee" });
  const read = await calls.get(contactId, id);
  const { notes } = await calls.list(contactId);
  const { succeeded } = await calls.delete(contactId, id);
  const { notes: left } = await calls.list(contactId);
  return { bodies: [body, changed.body, read.body], listed: notes.length, succeeded, left: left.length };
}

async function tagsOf({ tags, get }, contactId) {
  const added = await tags.add(contactId, { tags: ["Regular", "vip"] });
  const removed = await tags.remove(contactId, { tags: ["regular"] });
  const many = await tags.updateMany("add", { contacts: [contactId, UNKNOWN], tags: ["storm"] });
  const { tags: now } = await get(contactId);
  const answers = many.responses.map(({ type }) => type);
  return { added: added.tags, removed: removed.tags, errors: many.errorCount, answers, now };
}

async function followersOf(calls, contactId) {
  const added = await calls.add(contactId, { followers: ["u1", "u2"] });
  const removed = await calls.remove(contactId, { followers: ["u1"] });
  return { added: added.followers, removed: removed.followers };
}

async function automationOf(calls, contactId, { ghl, campaigns, workflows }) {
  const [campaign] = (await campaigns(ghl).list()).campaigns;
  const [workflow] = (await workflows(ghl).list()).workflows;
  const done = [
    await calls.campaigns.add(contactId, campaign.id),
    await calls.campaigns.remove(contactId, campaign.id),
    await calls.campaigns.removeAll(contactId),
    await calls.workflows.add(contactId, workflow.id, { eventStartTime: new Date(Date.UTC(2026, 11, 1)) }),
    await calls.workflows.remove(contactId, workflow.id),
  ];
  return done.map(({ succeeded }) => succeeded);
}
