using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Why the partnership lead gave a rating outside an update.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201040000_AddRatingReason")]
public sealed class AddRatingReason : SqlMigration;
