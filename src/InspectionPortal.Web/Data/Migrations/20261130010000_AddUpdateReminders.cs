using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Who was asked for updates, when and why.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130010000_AddUpdateReminders")]
public sealed class AddUpdateReminders : SqlMigration;
