using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>How often link officers are told what moved.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261203020000_AddDigests")]
public sealed class AddDigests : SqlMigration;
