using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Titles and administrators of scrutiny bodies, and what new access opens by default.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261203030000_AddBodyAdministration")]
public sealed class AddBodyAdministration : SqlMigration;
