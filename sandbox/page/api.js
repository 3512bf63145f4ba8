// The sandbox's own small API. Each call names the person as whom one looks or acts.

export const session = { user: "Ada" };

async function read(response) {
  const data = await response.json();
  if (!response.ok) throw new Error(data.error ?? `The sandbox answered ${response.status}.`);
  return data;
}

export async function look(path, params = {}) {
  const query = new URLSearchParams({ user: session.user, ...params });
  return read(await fetch(`/sandbox/api/${path}?${query}`));
}

export async function act(name, body) {
  return read(
    await fetch(`/sandbox/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ user: session.user, ...body }),
    }),
  );
}
