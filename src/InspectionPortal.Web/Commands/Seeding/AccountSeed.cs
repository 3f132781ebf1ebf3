namespace InspectionPortal.Web.Commands.Seeding;

public sealed class AccountSeed
{
    public string Email { get; set; } = string.Empty;
    public string DisplayName { get; set; } = string.Empty;
    public List<string> Roles { get; set; } = [];
    public string? Capacity { get; set; }
    public List<string> Holds { get; set; } = [];
}
