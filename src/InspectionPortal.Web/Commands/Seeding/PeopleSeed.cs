namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PeopleSeed
{
    public List<AgencySeed> Agencies { get; set; } = [];
    public List<ResponsibilitySeed> Responsibilities { get; set; } = [];
    public List<AccountSeed> Accounts { get; set; } = [];
    public List<GrantSeed> Grants { get; set; } = [];
}
