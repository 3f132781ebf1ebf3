using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>When people were told that access of a scrutiny body ends.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201010100_AddExpiryToldToGrants")]
public sealed class AddExpiryToldToGrants : SqlMigration;
