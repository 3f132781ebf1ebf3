-- What pages look for among the rows of all partnerships.
create index ix_approval_delegations_delegate_user_id on approval_delegations using hash (delegate_user_id);
create index ix_invitations_partnership_id on invitations (partnership_id);
create index ix_invitations_kind_name on invitations (kind, name) where accepted_at is null and withdrawn_at is null;
create index ix_partnerships_name_id on partnerships (name, id);
create index ix_platform_audit_entries_entity_type_entity_id on platform_audit_entries (entity_type, entity_id);
create index ix_user_passkeys_user_id on user_passkeys (user_id);
create index ix_users_display_name_id on users (display_name, id);
