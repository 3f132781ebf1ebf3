using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>The audit and the access log are one hash chain per partnership.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129080010_AuditChain")]
public sealed class AuditChain : SqlMigration;
