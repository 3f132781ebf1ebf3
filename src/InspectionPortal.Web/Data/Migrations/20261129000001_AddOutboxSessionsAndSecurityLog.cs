using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>E-mails to send, sessions kept on the server, and the security log.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129000001_AddOutboxSessionsAndSecurityLog")]
public sealed class AddOutboxSessionsAndSecurityLog : SqlMigration;
