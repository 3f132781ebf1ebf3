using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.People;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A name that the partnership does not know, as a doubt with a choice.</summary>
public sealed record UnknownLead(string Name, string Where, int Rows, string Choice);

/// <summary>Finds the responsibility behind a name, or makes one where that is what was chosen.</summary>
internal sealed class LeadResolver
{
    private readonly PlanState state;
    private readonly MergeLog log;
    private readonly ImportChoices choices;
    private readonly Dictionary<string, LeadResponsibility> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownLead> unknown = new(StringComparer.Ordinal);

    public LeadResolver(PlanState state, MergeLog log, ImportChoices choices)
    {
        (this.state, this.log, this.choices) = (state, log, choices);
        foreach (var responsibility in state.Responsibilities)
        {
            known.TryAdd(HeaderWords.Plain(responsibility.Name), responsibility);
        }

        foreach (var responsibility in state.Responsibilities)
        {
            foreach (var spelling in responsibility.AlsoWritten)
            {
                known.TryAdd(HeaderWords.Plain(spelling), responsibility);
            }
        }
    }

    public IReadOnlyList<UnknownLead> Unknown => [.. unknown.Values];

    /// <summary>The responsibility with that name, if there is one.</summary>
    public LeadResponsibility? Find(string name) => known.GetValueOrDefault(HeaderWords.Plain(name));

    /// <summary>The responsibility that leads; null where the name stays words.</summary>
    public LeadResponsibility? Resolve(string name, string where)
    {
        var plain = HeaderWords.Plain(name);
        if (plain.Length == 0)
        {
            return null;
        }

        if (unknown.TryGetValue(plain, out var met))
        {
            unknown[plain] = met with { Rows = met.Rows + 1 };
            return known.GetValueOrDefault(plain);
        }

        if (known.TryGetValue(plain, out var found))
        {
            return found;
        }

        if (state.Agencies.FirstOrDefault(a => HeaderWords.Plain(a.Code) == plain || HeaderWords.Plain(a.Text) == plain) is { } agency)
        {
            return Added(name, agency.Id);
        }

        var choice = choices.Leads.FirstOrDefault(c => HeaderWords.Plain(c.Key) == plain).Value ?? ImportChoices.Add;
        var isTooLong = name.Length > LeadResponsibility.NameMaxLength;
        var chosen = Guid.TryParse(choice, out var id) ? state.Responsibilities.Find(r => r.Id == id) : null;
        choice = chosen is not null ? choice : choice == ImportChoices.AsWords || isTooLong ? ImportChoices.AsWords : ImportChoices.Add;
        unknown[plain] = new UnknownLead(name, where, 1, choice);
        if (chosen is not null)
        {
            Spell(chosen, name);
            known[plain] = chosen;
            return chosen;
        }

        return choice == ImportChoices.AsWords ? null : Added(name, null);
    }

    /// <summary>Keeps the spelling, so that the next file is understood.</summary>
    private void Spell(LeadResponsibility chosen, string name)
    {
        if (name.Length <= LeadResponsibility.NameMaxLength)
        {
            log.Set<List<string>>(chosen, nameof(LeadResponsibility.AlsoWritten), chosen.AlsoWritten, [.. chosen.AlsoWritten, name], v => chosen.AlsoWritten = v);
        }
    }

    private LeadResponsibility Added(string name, Guid? agencyId)
    {
        var responsibility = new LeadResponsibility
        {
            Name = name,
            Kind = agencyId is null ? ResponsibilityKind.Post : ResponsibilityKind.Group,
            AgencyId = agencyId,
        };
        state.Responsibilities.Add(responsibility);
        known[HeaderWords.Plain(name)] = responsibility;
        return log.Add(responsibility, "", name);
    }
}
