import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_collections\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_collections_order_idx\` ON \`webhooks_collections\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_collections_parent_idx\` ON \`webhooks_collections\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_kinds_order_idx\` ON \`webhooks_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_kinds_parent_idx\` ON \`webhooks_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`webhook_id\` text(36) NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`state\` text NOT NULL,
  	\`acknowledgement\` text NOT NULL,
  	\`acknowledged_at\` text,
  	\`acknowledged_by\` text,
  	\`document\` text,
  	\`sequence\` numeric,
  	\`at\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`last_attempt_at\` text,
  	\`last_status\` numeric,
  	\`last_error\` text,
  	\`delivered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhook_deliveries_key_idx\` ON \`webhook_deliveries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_type_idx\` ON \`webhook_deliveries\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_webhook_idx\` ON \`webhook_deliveries\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_partner_idx\` ON \`webhook_deliveries\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_acknowledgement_idx\` ON \`webhook_deliveries\` (\`acknowledgement\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_document_idx\` ON \`webhook_deliveries\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_state_dueAt_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_document_state_sequence_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`document\`,\`state\`,\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`webhook_at_idx\` ON \`webhook_deliveries\` (\`webhook_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`link_checks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	\`host\` text NOT NULL,
  	\`status\` text DEFAULT 'unchecked',
  	\`http_status\` numeric,
  	\`final_url\` text,
  	\`found_at\` text,
  	\`kind\` text,
  	\`reason\` text,
  	\`checked_at\` text,
  	\`failures\` numeric DEFAULT 0,
  	\`streak\` numeric DEFAULT 0,
  	\`failing_since\` text,
  	\`due_at\` text NOT NULL,
  	\`asked_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`link_checks_url_idx\` ON \`link_checks\` (\`url\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_status_idx\` ON \`link_checks\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_due_at_idx\` ON \`link_checks\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_updated_at_idx\` ON \`link_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`link_checks_created_at_idx\` ON \`link_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`field\` text,
  	\`text\` text NOT NULL,
  	\`author_id\` text(36),
  	\`resolved\` integer DEFAULT false,
  	\`resolved_by_id\` text(36),
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`resolved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_author_idx\` ON \`comments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_idx\` ON \`comments\` (\`resolved\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_by_idx\` ON \`comments\` (\`resolved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`document_of_idx\` ON \`comments\` (\`document\`,\`of\`);`)
  await db.run(sql`CREATE TABLE \`history\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`step\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`version\` text,
  	\`title\` text,
  	\`by_id\` text(36),
  	\`by_name\` text,
  	\`comment\` text,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`history_at_idx\` ON \`history\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`history_by_idx\` ON \`history\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`document_of_at_idx\` ON \`history\` (\`document\`,\`of\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`partner_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`label\` text,
  	\`expires_at\` text,
  	\`revoked_at\` text,
  	\`last_used_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_keys_partner_idx\` ON \`partner_keys\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_keys_key_id_idx\` ON \`partner_keys\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_updated_at_idx\` ON \`partner_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_created_at_idx\` ON \`partner_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`usage\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`day\` text NOT NULL,
  	\`requests\` numeric NOT NULL,
  	\`cached\` numeric NOT NULL,
  	\`throttled\` numeric NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`usage_partner_idx\` ON \`usage\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_day_idx\` ON \`usage\` (\`partner_id\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`preview_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`link_id\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`note\` text,
  	\`by_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`withdrawn_at\` text,
  	\`last_opened_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`preview_links_document_idx\` ON \`preview_links\` (\`document\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`preview_links_link_id_idx\` ON \`preview_links\` (\`link_id\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_by_idx\` ON \`preview_links\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_updated_at_idx\` ON \`preview_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_created_at_idx\` ON \`preview_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`schedules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`what\` text NOT NULL,
  	\`documents\` text NOT NULL,
  	\`by_id\` text(36),
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`ended_at\` text,
  	\`problems\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_document_idx\` ON \`schedules\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`schedules_by_idx\` ON \`schedules\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_state_idx\` ON \`schedules\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`schedules_updated_at_idx\` ON \`schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_created_at_idx\` ON \`schedules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`slug\` text,
  	\`kind\` text NOT NULL,
  	\`locales\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`digest\` text,
  	\`content\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_slug_idx\` ON \`publications\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_of_revision_1_idx\` ON \`publications\` (\`document\`,\`of\`,\`revision\`);`)
  await db.run(sql`CREATE TABLE \`payload_query_presets\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`is_shared\` integer DEFAULT false,
  	\`access_read_constraint\` text DEFAULT 'onlyMe',
  	\`access_update_constraint\` text DEFAULT 'onlyMe',
  	\`access_delete_constraint\` text DEFAULT 'onlyMe',
  	\`where\` text,
  	\`columns\` text,
  	\`group_by\` text,
  	\`related_collection\` text NOT NULL,
  	\`is_temp\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_query_presets_updated_at_idx\` ON \`payload_query_presets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_created_at_idx\` ON \`payload_query_presets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_query_presets_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_query_presets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_order_idx\` ON \`payload_query_presets_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_parent_idx\` ON \`payload_query_presets_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_path_idx\` ON \`payload_query_presets_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_query_presets_rels_users_id_idx\` ON \`payload_query_presets_rels\` (\`users_id\`);`)
  await db.run(sql`DROP TABLE \`webhooks_events\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_state_idx\` ON \`campaigns\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_assignee_idx\` ON \`campaigns\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_written_by_idx\` ON \`campaigns\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_review_review_approved_by_idx\` ON \`campaigns\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_campaigns_v\` ADD \`version_translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_state_idx\` ON \`_campaigns_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_assignee_idx\` ON \`_campaigns_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_written_by_idx\` ON \`_campaigns_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_review_version_review_approved_by_idx\` ON \`_campaigns_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_reason\` text;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`published_without_evidence_at\` text;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`evidence_lost\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`claims\` ADD \`translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`claims_published_without_evidence_published_without_evid_idx\` ON \`claims\` (\`published_without_evidence_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_evidence_lost_idx\` ON \`claims\` (\`evidence_lost\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_state_idx\` ON \`claims\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_assignee_idx\` ON \`claims\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_written_by_idx\` ON \`claims\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_review_review_approved_by_idx\` ON \`claims\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_published_without_evidence_at\` text;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_evidence_lost\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_published_without_evidence_version_pub_idx\` ON \`_claims_v\` (\`version_published_without_evidence_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_evidence_lost_idx\` ON \`_claims_v\` (\`version_evidence_lost\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_state_idx\` ON \`_claims_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_assignee_idx\` ON \`_claims_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_written_by_idx\` ON \`_claims_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_review_version_review_approved_by_idx\` ON \`_claims_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`demands\` ADD \`translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`demands_review_review_state_idx\` ON \`demands\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_assignee_idx\` ON \`demands\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_written_by_idx\` ON \`demands\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`demands_review_review_approved_by_idx\` ON \`demands\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_demands_v\` ADD \`version_translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_state_idx\` ON \`_demands_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_assignee_idx\` ON \`_demands_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_written_by_idx\` ON \`_demands_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_review_version_review_approved_by_idx\` ON \`_demands_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`link_final_url\` text;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`resources\` ADD \`translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`resources_link_link_status_idx\` ON \`resources\` (\`link_status\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_state_idx\` ON \`resources\` (\`review_state\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_assignee_idx\` ON \`resources\` (\`review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_written_by_idx\` ON \`resources\` (\`review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_review_review_approved_by_idx\` ON \`resources\` (\`review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_link_final_url\` text;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_state\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_assignee_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_written_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_review_approved_by_id\` text(36) REFERENCES users(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_resources_v\` ADD \`version_translated_from\` text;`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_link_version_link_status_idx\` ON \`_resources_v\` (\`version_link_status\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_state_idx\` ON \`_resources_v\` (\`version_review_state\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_assignee_idx\` ON \`_resources_v\` (\`version_review_assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_written_by_idx\` ON \`_resources_v\` (\`version_review_written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_review_version_review_approved_by_idx\` ON \`_resources_v\` (\`version_review_approved_by_id\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_url\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_small_filename\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_url\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_width\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_height\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_mime_type\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_filesize\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sizes_medium_filename\` text;`)
  await db.run(sql`CREATE INDEX \`media_sizes_small_sizes_small_filename_idx\` ON \`media\` (\`sizes_small_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_medium_sizes_medium_filename_idx\` ON \`media\` (\`sizes_medium_filename\`);`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`former_secret\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`former_secret_until\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`paused_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`stopped_because\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_status\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_error\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`last_success_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`failures\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`failing_since\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`held_until\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_last_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_last_status\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`delivery_failures\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`language\` text DEFAULT 'en';`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`concurrency_key\` text;`)
  await db.run(sql`CREATE INDEX \`payload_jobs_concurrency_key_idx\` ON \`payload_jobs\` (\`concurrency_key\`);`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`enable_a_p_i_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key_index\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_events\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_events_order_idx\` ON \`webhooks_events\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_events_parent_idx\` ON \`webhooks_events\` (\`parent_id\`);`)
  await db.run(sql`DROP TABLE \`webhooks_collections\`;`)
  await db.run(sql`DROP TABLE \`webhooks_kinds\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`link_checks\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`history\`;`)
  await db.run(sql`DROP TABLE \`partner_keys\`;`)
  await db.run(sql`DROP TABLE \`usage\`;`)
  await db.run(sql`DROP TABLE \`preview_links\`;`)
  await db.run(sql`DROP TABLE \`schedules\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`payload_query_presets\`;`)
  await db.run(sql`DROP TABLE \`payload_query_presets_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`target_name\` text,
  	\`target_kind\` text,
  	\`hashtag\` text,
  	\`call_to_action_url\` text,
  	\`image_id\` text(36),
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_campaigns\`("id", "target_name", "target_kind", "hashtag", "call_to_action_url", "image_id", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "target_name", "target_kind", "hashtag", "call_to_action_url", "image_id", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`ALTER TABLE \`__new_campaigns\` RENAME TO \`campaigns\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`campaigns_image_idx\` ON \`campaigns\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`campaigns_slug_idx\` ON \`campaigns\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_deleted_at_idx\` ON \`campaigns\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns__status_idx\` ON \`campaigns\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_list_idx\` ON \`campaigns\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__campaigns_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_target_name\` text,
  	\`version_target_kind\` text,
  	\`version_hashtag\` text,
  	\`version_call_to_action_url\` text,
  	\`version_image_id\` text(36),
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__campaigns_v\`("id", "parent_id", "version_target_name", "version_target_kind", "version_hashtag", "version_call_to_action_url", "version_image_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_target_name", "version_target_kind", "version_hashtag", "version_call_to_action_url", "version_image_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_campaigns_v\`;`)
  await db.run(sql`DROP TABLE \`_campaigns_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__campaigns_v\` RENAME TO \`_campaigns_v\`;`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_parent_idx\` ON \`_campaigns_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_image_idx\` ON \`_campaigns_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_slug_idx\` ON \`_campaigns_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_updated_at_idx\` ON \`_campaigns_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_created_at_idx\` ON \`_campaigns_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version_deleted_at_idx\` ON \`_campaigns_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_version_version__status_idx\` ON \`_campaigns_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_created_at_idx\` ON \`_campaigns_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_updated_at_idx\` ON \`_campaigns_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_snapshot_idx\` ON \`_campaigns_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_published_locale_idx\` ON \`_campaigns_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_latest_idx\` ON \`_campaigns_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_campaigns_v_autosave_idx\` ON \`_campaigns_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_claims\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`campaign_id\` text(36),
  	\`verification_status\` text DEFAULT 'unverified',
  	\`verification_verified_on\` text,
  	\`verification_verified_by_id\` text(36),
  	\`verification_review_by\` text,
  	\`verification_note\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verification_verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_claims\`("id", "campaign_id", "verification_status", "verification_verified_on", "verification_verified_by_id", "verification_review_by", "verification_note", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "campaign_id", "verification_status", "verification_verified_on", "verification_verified_by_id", "verification_review_by", "verification_note", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`claims\`;`)
  await db.run(sql`DROP TABLE \`claims\`;`)
  await db.run(sql`ALTER TABLE \`__new_claims\` RENAME TO \`claims\`;`)
  await db.run(sql`CREATE INDEX \`claims_campaign_idx\` ON \`claims\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_verification_verification_verified_by_idx\` ON \`claims\` (\`verification_verified_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`claims_slug_idx\` ON \`claims\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`claims_updated_at_idx\` ON \`claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_created_at_idx\` ON \`claims\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_deleted_at_idx\` ON \`claims\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`claims__status_idx\` ON \`claims\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`claims_list_idx\` ON \`claims\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`claims_campaign_list_idx\` ON \`claims\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__claims_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_campaign_id\` text(36),
  	\`version_verification_status\` text DEFAULT 'unverified',
  	\`version_verification_verified_on\` text,
  	\`version_verification_verified_by_id\` text(36),
  	\`version_verification_review_by\` text,
  	\`version_verification_note\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_verification_verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__claims_v\`("id", "parent_id", "version_campaign_id", "version_verification_status", "version_verification_verified_on", "version_verification_verified_by_id", "version_verification_review_by", "version_verification_note", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_campaign_id", "version_verification_status", "version_verification_verified_on", "version_verification_verified_by_id", "version_verification_review_by", "version_verification_note", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_claims_v\`;`)
  await db.run(sql`DROP TABLE \`_claims_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__claims_v\` RENAME TO \`_claims_v\`;`)
  await db.run(sql`CREATE INDEX \`_claims_v_parent_idx\` ON \`_claims_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_campaign_idx\` ON \`_claims_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_verification_version_verification_veri_idx\` ON \`_claims_v\` (\`version_verification_verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_slug_idx\` ON \`_claims_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_updated_at_idx\` ON \`_claims_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_created_at_idx\` ON \`_claims_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_deleted_at_idx\` ON \`_claims_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_version_version__status_idx\` ON \`_claims_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_created_at_idx\` ON \`_claims_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_updated_at_idx\` ON \`_claims_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_snapshot_idx\` ON \`_claims_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_published_locale_idx\` ON \`_claims_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_latest_idx\` ON \`_claims_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_claims_v_autosave_idx\` ON \`_claims_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_demands\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`campaign_id\` text(36),
  	\`addressed_to\` text,
  	\`status\` text DEFAULT 'open',
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_demands\`("id", "campaign_id", "addressed_to", "status", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "campaign_id", "addressed_to", "status", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`demands\`;`)
  await db.run(sql`DROP TABLE \`demands\`;`)
  await db.run(sql`ALTER TABLE \`__new_demands\` RENAME TO \`demands\`;`)
  await db.run(sql`CREATE INDEX \`demands_campaign_idx\` ON \`demands\` (\`campaign_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`demands_slug_idx\` ON \`demands\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`demands_updated_at_idx\` ON \`demands\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`demands_created_at_idx\` ON \`demands\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`demands_deleted_at_idx\` ON \`demands\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`demands__status_idx\` ON \`demands\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`demands_list_idx\` ON \`demands\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`demands_campaign_list_idx\` ON \`demands\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__demands_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_campaign_id\` text(36),
  	\`version_addressed_to\` text,
  	\`version_status\` text DEFAULT 'open',
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`demands\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__demands_v\`("id", "parent_id", "version_campaign_id", "version_addressed_to", "version_status", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_campaign_id", "version_addressed_to", "version_status", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_demands_v\`;`)
  await db.run(sql`DROP TABLE \`_demands_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__demands_v\` RENAME TO \`_demands_v\`;`)
  await db.run(sql`CREATE INDEX \`_demands_v_parent_idx\` ON \`_demands_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_campaign_idx\` ON \`_demands_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_slug_idx\` ON \`_demands_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_updated_at_idx\` ON \`_demands_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_created_at_idx\` ON \`_demands_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version_deleted_at_idx\` ON \`_demands_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_version_version__status_idx\` ON \`_demands_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_created_at_idx\` ON \`_demands_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_updated_at_idx\` ON \`_demands_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_snapshot_idx\` ON \`_demands_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_published_locale_idx\` ON \`_demands_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_latest_idx\` ON \`_demands_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_demands_v_autosave_idx\` ON \`_demands_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_resources\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`url\` text,
  	\`file_id\` text(36),
  	\`publisher\` text,
  	\`published_on\` text,
  	\`language\` text,
  	\`archived_url\` text,
  	\`link_status\` text,
  	\`link_http_status\` numeric,
  	\`link_checked_at\` text,
  	\`campaign_id\` text(36),
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_resources\`("id", "kind", "url", "file_id", "publisher", "published_on", "language", "archived_url", "link_status", "link_http_status", "link_checked_at", "campaign_id", "slug", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "kind", "url", "file_id", "publisher", "published_on", "language", "archived_url", "link_status", "link_http_status", "link_checked_at", "campaign_id", "slug", "updated_at", "created_at", "deleted_at", "_status" FROM \`resources\`;`)
  await db.run(sql`DROP TABLE \`resources\`;`)
  await db.run(sql`ALTER TABLE \`__new_resources\` RENAME TO \`resources\`;`)
  await db.run(sql`CREATE INDEX \`resources_file_idx\` ON \`resources\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`resources_campaign_idx\` ON \`resources\` (\`campaign_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`resources_slug_idx\` ON \`resources\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`resources_updated_at_idx\` ON \`resources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`resources_created_at_idx\` ON \`resources\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`resources_deleted_at_idx\` ON \`resources\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`resources__status_idx\` ON \`resources\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`resources_list_idx\` ON \`resources\` (\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`resources_campaign_list_idx\` ON \`resources\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`created_at\`,\`id\`);`)
  await db.run(sql`CREATE TABLE \`__new__resources_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text,
  	\`version_url\` text,
  	\`version_file_id\` text(36),
  	\`version_publisher\` text,
  	\`version_published_on\` text,
  	\`version_language\` text,
  	\`version_archived_url\` text,
  	\`version_link_status\` text,
  	\`version_link_http_status\` numeric,
  	\`version_link_checked_at\` text,
  	\`version_campaign_id\` text(36),
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`resources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__resources_v\`("id", "parent_id", "version_kind", "version_url", "version_file_id", "version_publisher", "version_published_on", "version_language", "version_archived_url", "version_link_status", "version_link_http_status", "version_link_checked_at", "version_campaign_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_kind", "version_url", "version_file_id", "version_publisher", "version_published_on", "version_language", "version_archived_url", "version_link_status", "version_link_http_status", "version_link_checked_at", "version_campaign_id", "version_slug", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_resources_v\`;`)
  await db.run(sql`DROP TABLE \`_resources_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__resources_v\` RENAME TO \`_resources_v\`;`)
  await db.run(sql`CREATE INDEX \`_resources_v_parent_idx\` ON \`_resources_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_file_idx\` ON \`_resources_v\` (\`version_file_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_campaign_idx\` ON \`_resources_v\` (\`version_campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_slug_idx\` ON \`_resources_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_updated_at_idx\` ON \`_resources_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_created_at_idx\` ON \`_resources_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version_deleted_at_idx\` ON \`_resources_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_version_version__status_idx\` ON \`_resources_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_created_at_idx\` ON \`_resources_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_updated_at_idx\` ON \`_resources_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_snapshot_idx\` ON \`_resources_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_published_locale_idx\` ON \`_resources_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_latest_idx\` ON \`_resources_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_resources_v_autosave_idx\` ON \`_resources_v\` (\`autosave\`);`)
  await db.run(sql`DROP INDEX \`media_sizes_small_sizes_small_filename_idx\`;`)
  await db.run(sql`DROP INDEX \`media_sizes_medium_sizes_medium_filename_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_url\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_width\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_height\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_filesize\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_small_filename\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_url\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_width\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_height\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_mime_type\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_filesize\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sizes_medium_filename\`;`)
  await db.run(sql`DROP INDEX \`payload_jobs_concurrency_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`concurrency_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`enable_a_p_i_key\` integer;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key\` text;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key_index\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_last_attempt_at\` text;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_last_status\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`delivery_failures\` numeric;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`former_secret\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`former_secret_until\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`paused_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`stopped_because\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_attempt_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_status\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_error\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`last_success_at\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`failures\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`failing_since\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`held_until\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`language\`;`)
}
