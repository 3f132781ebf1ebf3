using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>The page of a partnership that everybody can read.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261206030000_AddPublicPages")]
public sealed class AddPublicPages : SqlMigration;
