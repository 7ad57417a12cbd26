/** Contacts, and what belongs to one. */

const somebody = async ({ call }) => (await call("contacts.search", { pageLimit: 1 })).contacts[0].id;
const contact = async (scene) => ({ contactId: await somebody(scene) });
const create = async ({ call }) => (await call("contacts.create", { firstName: "Ida", email: "ida@example.com" })).id;
const dueDate = new Date(Date.UTC(2026, 11, 24));
const task = { title: "Call back", dueDate, completed: false };

/** @type {import("./scene.mjs").Watched[]} */
export const CONTACTS = [
  {
    name: "Get Contact",
    operation: "contacts.get",
    noun: "Contact",
    tells: "changed",
    dated: "dateUpdated",
    input: contact,
    change: async ({ call }, { contactId }) => (await call("contacts.update", { contactId, city: "Lund" })).id,
  },
  {
    name: "Search Contacts",
    operation: "contacts.search",
    noun: "Contact",
    change: create,
  },
  {
    name: "Get Contacts by Business",
    operation: "contacts.listByBusiness",
    noun: "Contact",
    input: async ({ call }) => ({ businessId: (await call("businesses.create", { name: "Gull & Gannet" })).id }),
    async change(scene, { businessId }) {
      const id = await somebody(scene);
      await scene.call("contacts.setBusiness", { ids: [id], businessId });
      return id;
    },
  },
  {
    name: "Get Duplicate Contact",
    operation: "contacts.findDuplicate",
    noun: "Duplicate",
    tells: "changed",
    idless: true,
    input: () => ({ email: "ida@example.com" }),
    change: async (scene) => void (await create(scene)),
  },
  {
    name: "Get Contact Appointments",
    operation: "contacts.appointments.list",
    noun: "Appointment",
    input: contact,
    async change({ call }, { contactId }) {
      const [{ id: calendarId }] = (await call("calendars.list")).calendars;
      const times = { startTime: new Date(Date.UTC(2027, 0, 4, 9)), endTime: new Date(Date.UTC(2027, 0, 4, 10)) };
      return (await call("calendars.appointments.create", { calendarId, contactId, ...times, ignoreFreeSlotValidation: true })).id;
    },
  },
  {
    name: "Get Contact Tasks",
    operation: "contacts.tasks.list",
    noun: "Task",
    input: contact,
    change: async ({ call }, { contactId }) => (await call("contacts.tasks.create", { contactId, ...task })).id,
  },
  {
    name: "Get Contact Task by ID",
    operation: "contacts.tasks.get",
    noun: "Task",
    tells: "changed",
    async input(scene) {
      const contactId = await somebody(scene);
      return { contactId, taskId: (await scene.call("contacts.tasks.create", { contactId, ...task })).id };
    },
    change: async ({ call }, input) => (await call("contacts.tasks.setCompleted", { ...input, completed: true })).id,
  },
  {
    name: "Get Contact Notes",
    operation: "contacts.notes.list",
    noun: "Note",
    input: contact,
    change: async ({ call }, { contactId }) => (await call("contacts.notes.create", { contactId, body: "Likes tea" })).id,
  },
  {
    name: "Get Contact Note by ID",
    operation: "contacts.notes.get",
    noun: "Note",
    tells: "changed",
    async input(scene) {
      const contactId = await somebody(scene);
      return { contactId, id: (await scene.call("contacts.notes.create", { contactId, body: "Likes tea" })).id };
    },
    change: async ({ call }, input) => (await call("contacts.notes.update", { ...input, body: "Likes coffee" })).id,
  },
  {
    name: "List Contacts (Deprecated)",
    operation: "contacts.list",
    noun: "Contact",
    change: create,
  },
];
