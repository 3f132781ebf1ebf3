using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>The words that a search looks through, beside the texts.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201020000_AddSearch")]
public sealed class AddSearch : SqlMigration;
