using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What people are told by e-mail, and how often they want to be.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130016000_AddNotifications")]
public sealed class AddNotifications : SqlMigration;
