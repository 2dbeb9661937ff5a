// Who is logged in. It is known only while the page is open: nothing of it is stored.

const session = { user: null, access: null, refresh: null };

function post(path, body) {
  return fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "omit",
  });
}

function profile(access) {
  return fetch("/api/auth/profile/", {
    headers: { Authorization: `Bearer ${access}` }, cache: "no-store", credentials: "omit",
  });
}

function notify(text, isBad) {
  const notice = byID("notice");
  notice.textContent = text;
  notice.className = `notice${isBad ? " bad" : ""}`;
  notice.hidden = false;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { notice.hidden = true; }, 5000);
}

function setSession(user, access, refresh) {
  Object.assign(session, { user, access, refresh });
  byID("who").textContent = user ?? "";
  byID("session").hidden = access !== null;
  byID("signed-in").hidden = access === null;
  document.dispatchEvent(new Event("session"));
}

const endSession = () => setSession(null, null, null);

// Takes tokens over from any answer. Not every answer says whose they are; the account does.
async function takeTokens({ username, access, refresh }) {
  const user = username ?? (await (await profile(access)).json()).username;
  setSession(user, access, refresh);
}

async function logIn(event) {
  event.preventDefault();
  const [username, password] = [byID("username").value, byID("password").value];
  try {
    const answered = await post("/api/auth/login/", { username, password });
    const body = await answered.json();
    if (!answered.ok) return notify(body.detail ?? Object.values(body).flat().join(" "), true);
    byID("password").value = "";
    await takeTokens(body);
    notify("You are logged in. The token stays in this page and is forgotten when you leave it.");
  } catch (error) {
    notify(`There was no answer: ${error.message}`, true);
  }
}

async function logOut() {
  const { refresh } = session;
  endSession();
  await post("/api/auth/logout/", { refresh }).catch(() => {});
}

// Whether there is a new access token. A session that is over is forgotten.
async function refreshed() {
  const { user, refresh } = session;
  const answered = await post("/api/auth/token/refresh/", { refresh });
  if (answered.ok) {
    const tokens = await answered.json();
    setSession(user, tokens.access, tokens.refresh);
  } else if (answered.status === 401) endSession();
  return answered.ok;
}

// After a request that may have ended the session in another way than by the button.
async function checkSession() {
  if (session.access && (await profile(session.access)).status === 401) await refreshed();
}
