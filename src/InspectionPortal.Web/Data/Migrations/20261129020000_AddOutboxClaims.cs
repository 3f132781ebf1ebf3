using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Who is sending an e-mail.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129020000_AddOutboxClaims")]
public sealed class AddOutboxClaims : SqlMigration;
