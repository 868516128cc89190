-- Whoever ends a session or a display link, by whatever way, the open screens are told within a moment: every instance
-- listens on this channel. The payload is the person's id; empty = a display.
CREATE FUNCTION announce_ended_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('holdpoint_session', coalesce(to_jsonb(OLD) ->> 'userId', ''));
  RETURN NULL;
END
$$;

CREATE TRIGGER told_when_ended AFTER DELETE ON "session"
  FOR EACH ROW EXECUTE FUNCTION announce_ended_access();

CREATE TRIGGER told_when_ended AFTER DELETE OR UPDATE OF "revokedAt" ON "display_link"
  FOR EACH ROW EXECUTE FUNCTION announce_ended_access();
