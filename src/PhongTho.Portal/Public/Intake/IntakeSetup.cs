namespace PhongTho.Portal.Public.Intake;

/// <summary>What all forms without an account share.</summary>
public static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<IntakeTicket>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<IntakeGate>();
    }
}
