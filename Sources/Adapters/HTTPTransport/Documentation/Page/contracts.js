// Which contract an operation belongs to. The groups of the description tell.

const contracts = [
  {
    id: "clinic", name: "Clinic contract", paths: "/api/",
    about: "The clinic's own contract, and the one for new programs. Its paths begin with `/api/`.",
    has: tag => tag.name !== "Hospital" && tag.name !== "Operations",
  },
  {
    id: "hospital", name: "Hospital contract", paths: "/hospital/",
    about: "For programs that speak it already. Its paths begin with `/hospital/`, its bodies have other members, "
      + "and whoever is logged in above is logged in here too.",
    has: tag => tag.name === "Hospital",
  },
  { id: "server", name: "Server", paths: "", about: "", has: tag => tag.name === "Operations" },
];
