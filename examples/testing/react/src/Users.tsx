import { useEffect, useState } from "react";
import { isHighLevelError, type HighLevel, type User } from "ghl-users";

/** An agency's users, each with a button that deletes them. */
export function Users({ ghl }: { ghl: HighLevel }) {
  const [users, setUsers] = useState<readonly User[]>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const left = new AbortController();
    const tell = (error: unknown) => left.signal.aborted || setProblem(wordsFor(error));
    ghl.users.search({}, { signal: left.signal }).all().then(setUsers, tell);
    return () => left.abort();
  }, [ghl]);

  async function remove(user: User) {
    try {
      await ghl.users.delete(user.id);
      // HighLevel finds them for some minutes more: they go from the page at once.
      setUsers((all) => all?.filter(({ id }) => id !== user.id));
    } catch (error) {
      setProblem(`${user.name} is still there: ${wordsFor(error)}`);
    }
  }

  return (
    <>
      {problem && <p role="alert">{problem}</p>}
      {users === undefined ? (
        <p>…</p>
      ) : (
        <ul>
          {users.map((user) => (
            <li key={user.id}>
              {user.name} <button onClick={() => remove(user)}>Delete {user.email}</button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function wordsFor(error: unknown): string {
  if (!isHighLevelError(error)) throw error;
  return error.code === "forbidden" ? "you may not do this" : error.message;
}
