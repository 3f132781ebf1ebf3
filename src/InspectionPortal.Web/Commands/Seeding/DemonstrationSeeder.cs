using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>
/// Fills the portal from seed files, as the app's own role behind the same walls as everyone. What is there already stays as it is.
/// </summary>
public sealed class DemonstrationSeeder(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Adds what is missing.</summary>
    /// <param name="files">The seed folder.</param>
    /// <param name="password">Password of the accounts it adds; null adds no account, since one without a password is anybody's who comes
    /// by its address.</param>
    /// <exception cref="SeedException">A file is wrong; nothing of that partnership was added.</exception>
    public async Task SeedAsync(SeedFiles files, string? password, CancellationToken cancellationToken)
    {
        await InScopeAsync(null, (services, token) => SeedPlatformAsync(services, files.Platform(), password, token), cancellationToken);
        foreach (var folder in files.Documents)
        {
            await SeedPartnershipAsync(files, folder, password, cancellationToken);
        }
    }

    /// <summary>Adds what is missing of one partnership: its people, and its plan where it has no history of its own.</summary>
    /// <returns>The partnership.</returns>
    /// <exception cref="SeedException">A file is wrong; nothing of that partnership was added.</exception>
    public async Task<int> SeedPartnershipAsync(SeedFiles files, string folder, string? password, CancellationToken cancellationToken)
    {
        var partnership = files.Read<PartnershipSeed>(folder, "partnership.yaml")
            ?? throw new SeedException($"{folder}: partnership.yaml is missing.");
        var people = files.Read<PeopleSeed>(folder, "people.yaml") ?? new PeopleSeed();
        var tenantId = 0;
        await InScopeAsync(
            null,
            async (services, token) =>
            {
                tenantId = await AddPartnershipAsync(services, partnership, token);
                foreach (var account in people.Accounts)
                {
                    await AddAccountAsync(services, account, password);
                }
            },
            cancellationToken);
        await InScopeAsync(
            tenantId, (services, token) => SeedTenantAsync(services, files, folder, people, token), cancellationToken);
        return tenantId;
    }

    private async Task InScopeAsync(int? tenantId, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<ChangeOrigin>().Command = "Seed";
        if (tenantId is { } id)
        {
            services.GetRequiredService<TenantScope>().EnterTenant(id);
        }

        await services.GetRequiredService<UnitOfWork>().RunAsync(
            async token =>
            {
                await work(services, token);
                return true;
            },
            cancellationToken);
    }

    private async Task SeedPlatformAsync(IServiceProvider services, PlatformSeed seed, string? password, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        if (seed.Administrator is { } administrator)
        {
            await AddAccountAsync(services, administrator, password, isAdministrator: true);
        }

        foreach (var row in seed.ScrutinyBodies)
        {
            var body = await database.ScrutinyBodies.FirstOrDefaultAsync(b => b.ShortName == row.ShortName, cancellationToken);
            if (body is null)
            {
                body = new ScrutinyBody { Name = row.Name, ShortName = row.ShortName };
                database.Add(body);
            }

            foreach (var officer in row.Officers)
            {
                var user = await AddAccountAsync(services, officer, password);
                if (user is not null && !await database.LinkOfficers.AnyAsync(o => o.UserId == user.Id && o.BodyId == body.Id, cancellationToken))
                {
                    database.Add(new LinkOfficer { Body = body, UserId = user.Id });
                }
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task<int> AddPartnershipAsync(IServiceProvider services, PartnershipSeed seed, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var found = await database.Partnerships.FirstOrDefaultAsync(p => p.Slug == seed.Slug, cancellationToken);
        if (found is not null)
        {
            return found.Id;
        }

        var words = seed.Vocabulary;
        var partnership = new Partnership
        {
            Slug = seed.Slug,
            Name = seed.Name,
            Kind = SeedText.Choice<PartnershipKind>(seed.Kind),
            AsAt = SeedText.DateOrNull(seed.AsAt),
            TimeZone = seed.TimeZone,
            Quorum = seed.Quorum,
            DemonstrationNote = seed.Demonstration?.Trim(),
            Vocabulary = new Vocabulary
            {
                Recommendation = words.GetValueOrDefault("recommendation"),
                StretchAim = words.GetValueOrDefault("stretchAim"),
                KeyDriver = words.GetValueOrDefault("keyDriver"),
                ImprovementProject = words.GetValueOrDefault("improvementProject"),
                SubAction = words.GetValueOrDefault("subAction"),
                Measure = words.GetValueOrDefault("measure"),
            },
        };
        if (seed.Layout is { } layout)
        {
            partnership.Layout = SeedText.Layout(layout);
        }

        if (seed.RagKey.Count > 0)
        {
            partnership.RagKey = [.. seed.RagKey.OrderBy(r => r.Order).Select(r => new Rating(r.Code, r.Name, r.Meaning.Trim(), r.Colour, r.Shape, r.Order))];
        }

        await services.GetRequiredService<UnitOfWork>().FoundAsync(partnership, cancellationToken);
        return partnership.Id;
    }

    private static async Task<PortalUser?> AddAccountAsync(
        IServiceProvider services, AccountSeed seed, string? password, bool isAdministrator = false)
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByEmailAsync(seed.Email) is { } known)
        {
            // Added by an earlier version, which left accounts without a password outside Development.
            if (password is not null && known.PasswordHash is null)
            {
                known.EmailConfirmed = true;
                await users.AddPasswordAsync(known, password);
            }

            return known;
        }

        if (password is null)
        {
            return null;
        }

        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = seed.Email,
            Email = seed.Email,
            EmailConfirmed = true,
            DisplayName = seed.DisplayName,
            IsPlatformAdministrator = isAdministrator,
        };
        var outcome = await users.CreateAsync(user, password);
        return outcome.Succeeded
            ? user
            : throw new SeedException($"{seed.Email}: {string.Join(' ', outcome.Errors.Select(e => e.Description))}");
    }

    private async Task SeedTenantAsync(IServiceProvider services, SeedFiles files, string folder, PeopleSeed people, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var agencies = await AddAgenciesAsync(database, people, cancellationToken);
        var responsibilities = await AddResponsibilitiesAsync(database, people, agencies, cancellationToken);
        await AddMembersAsync(services, people, responsibilities, cancellationToken);
        if (files.Documents.Contains(folder, StringComparer.Ordinal) && !await database.Plans.AnyAsync(cancellationToken)
            && files.Read<PlanSeed>(folder, "plan.yaml") is { } planSeed)
        {
            var inspections = new InspectionSeeder(database);
            inspections.Add(files.Read<InspectionsSeed>(folder, "inspections.yaml") ?? new InspectionsSeed());
            var seeder = new PlanSeeder(database, inspections, responsibilities, agencies);
            var plan = seeder.AddPlan(planSeed);
            seeder.AddIllustrative(plan, files.Read<IllustrativeSeed>(folder, "illustrative.yaml") ?? new IllustrativeSeed());
            seeder.AddPeriods(plan, files.Read<PeriodsSeed>(folder, "periods.yaml") ?? new PeriodsSeed());
            await AddGrantsAsync(services, people, plan, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, Agency>> AddAgenciesAsync(PortalDbContext database, PeopleSeed people, CancellationToken cancellationToken)
    {
        var known = await database.Agencies.ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var row in people.Agencies.Where(a => !known.ContainsKey(a.Code)).ToList())
        {
            known[row.Code] = new Agency { Code = row.Code, Name = row.Name, Kind = SeedText.Choice<AgencyKind>(row.Kind), Chair = row.Chair };
            database.Add(known[row.Code]);
        }

        foreach (var row in people.Agencies.Where(a => a.ReportsTo is not null && known[a.Code].ReportsToId is null))
        {
            known[row.Code].ReportsTo = known.GetValueOrDefault(row.ReportsTo!) ?? throw new SeedException($"There is no agency '{row.ReportsTo}'.");
        }

        return known;
    }

    private static async Task<Dictionary<string, LeadResponsibility>> AddResponsibilitiesAsync(
        PortalDbContext database, PeopleSeed people, Dictionary<string, Agency> agencies, CancellationToken cancellationToken)
    {
        var known = await database.LeadResponsibilities.ToDictionaryAsync(r => r.Name, StringComparer.Ordinal, cancellationToken);
        var byKey = new Dictionary<string, LeadResponsibility>(StringComparer.Ordinal);
        foreach (var row in people.Responsibilities)
        {
            if (!known.TryGetValue(row.Name, out var responsibility))
            {
                responsibility = new LeadResponsibility
                {
                    Name = row.Name,
                    Kind = SeedText.Choice<ResponsibilityKind>(row.Kind),
                    AlsoWritten = row.AlsoWritten,
                    Agency = row.Agency is null ? null : agencies.GetValueOrDefault(row.Agency) ?? throw new SeedException($"There is no agency '{row.Agency}'."),
                };
                database.Add(responsibility);
            }

            byKey[row.Key] = responsibility;
        }

        return byKey;
    }

    private async Task AddMembersAsync(
        IServiceProvider services, PeopleSeed people, Dictionary<string, LeadResponsibility> responsibilities, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var account in people.Accounts)
        {
            if (await users.FindByEmailAsync(account.Email) is not { } user || await database.Memberships.AnyAsync(m => m.UserId == user.Id, cancellationToken))
            {
                continue;
            }

            foreach (var role in account.Roles)
            {
                database.Add(new Membership { UserId = user.Id, Role = SeedText.Choice<PartnershipRole>(role), Capacity = account.Capacity });
            }

            foreach (var key in account.Holds)
            {
                var responsibility = responsibilities.GetValueOrDefault(key) ?? throw new SeedException($"There is no responsibility '{key}'.");
                database.Add(new ResponsibilityHolder { LeadResponsibility = responsibility, UserId = user.Id, From = today });
            }
        }
    }

    private async Task AddGrantsAsync(IServiceProvider services, PeopleSeed people, Plan plan, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var lead = people.Accounts.FirstOrDefault(a => a.Roles.Contains("partnership-lead"));
        var grantedBy = lead is null ? null : await users.FindByEmailAsync(lead.Email);
        foreach (var row in people.Grants)
        {
            var body = await database.ScrutinyBodies.FirstOrDefaultAsync(b => b.ShortName == row.Body, cancellationToken)
                ?? throw new SeedException($"There is no scrutiny body '{row.Body}'.");
            database.Add(new ScrutinyGrant
            {
                Body = body,
                Plan = plan,
                Scope = SeedText.Choice<GrantScope>(row.Scope),
                From = time.GetUtcNow(),
                GrantedByUserId = grantedBy?.Id ?? Guid.Empty,
            });
        }
    }
}
