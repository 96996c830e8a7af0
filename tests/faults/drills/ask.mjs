// An answer that must be a yes.
export async function mustBeOk(asked, what) {
  const reply = await asked;
  if (!reply.ok) throw new Error(`${what} was refused: ${JSON.stringify(reply.error ?? 'the line was lost')}`);
  return reply;
}
