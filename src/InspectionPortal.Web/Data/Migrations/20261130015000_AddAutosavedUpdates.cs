using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What people have typed into an update and not saved.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130015000_AddAutosavedUpdates")]
public sealed class AddAutosavedUpdates : SqlMigration;
