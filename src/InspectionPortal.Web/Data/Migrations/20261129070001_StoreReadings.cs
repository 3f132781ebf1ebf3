using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Keeps what was read in a file that waits to be brought in.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129070001_StoreReadings")]
public sealed class StoreReadings : SqlMigration;
